"""Build the live lessons: JupyterLab in the browser, with Python in it.

    PYTHONPATH=site python -m course_site.live site/out/live

JupyterLite is JupyterLab without a server. What it serves are files: lessons 1 to 4
with their dives, unsolved and without outputs, the helpers and pictures they need, and
Pyodide. `--usual-address` leaves Pyodide's packages out, for a site with a network.
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from course_site.live_packages import SITE, WANTED, Altered, fetch_wheels, lay_out

COURSE = SITE.parent
WORK = SITE / "work" / "live"
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
KERNEL_EXTENSION = Path(sys.prefix, "share/jupyter/labextensions", KERNEL.split(":")[0])
FOR_THE_PAGE = ("jupyterlab_widgets", "anywidget")  # extensions of JupyterLab
KERNELSPEC = {"name": "python", "display_name": "Python", "language": "python"}
LESSONS = ("01", "02", "03", "04")
HELLO = SITE / "live" / "hello.md"
LICENCES = SITE / "live" / "licences.md"


def live_notebooks():
    """The lessons that run in a browser, as paths: 01_convolution.ipynb, 01b_… ."""
    notebooks = sorted((COURSE / "notebooks").glob("*.ipynb"))
    return [path for path in notebooks if path.name[:2] in LESSONS]


def without_outputs(notebook):
    """The notebook as a reader in a browser gets it: a greeting, and nothing run yet."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    hello = nbformat.v4.new_markdown_cell(HELLO.read_text("utf-8"), id="in-the-browser")
    notebook.cells.insert(1, hello)  # below the title
    notebook.metadata = nbformat.NotebookNode(kernelspec=KERNELSPEC)
    return notebook


def collect_contents(folder):
    """Fill a folder with the lessons and with the helpers, pictures and data they need."""
    (folder / "notebooks").mkdir(parents=True)
    text = ""
    for path in live_notebooks():
        notebook = without_outputs(nbformat.read(path, as_version=4))
        nbformat.write(notebook, folder / "notebooks" / path.name)
        text += "\n".join(cell.source for cell in notebook.cells)
    for path in _helpers():
        place = folder / path.relative_to(COURSE)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    pictures = [p for p in (COURSE / "images").iterdir() if p.is_file()]
    (folder / "images").mkdir()
    for path in pictures:
        if path.name == "README.md" or path.stem in text:
            shutil.copy(path, folder / "images")
    (folder / "data").mkdir()
    for name in ("README.md", "mnist.npz"):
        shutil.copy(COURSE / "data" / name, folder / "data")


def _helpers():
    """The files of utils/, without the exercises of other lessons."""
    lessons = {"lesson_" + path.name.split("_")[0] for path in live_notebooks()}
    for path in sorted((COURSE / "utils").rglob("*")):
        names = [part for part in path.parts if part.startswith("lesson_")]
        if path.is_file() and path.suffix != ".pyc" and lessons.issuperset(names):
            yield path


def build(target, offline=True):
    """Build the live lessons into a folder; return whether they need no network."""
    shutil.rmtree(target, ignore_errors=True)
    for name in ("contents", "static"):
        shutil.rmtree(WORK / name, ignore_errors=True)
    downloads = WORK / "downloads"
    downloads.mkdir(parents=True, exist_ok=True)
    collect_contents(WORK / "contents")
    wheels = fetch_wheels(downloads)
    inside = {name: path for name, path in wheels.items() if name != FOR_THE_PAGE[0]}
    is_offline = lay_out(WORK / "static" / "pyodide", downloads, inside, offline)
    settings = json.loads((SITE / "live" / "jupyter-lite.json").read_text("utf-8"))
    kernel = settings["jupyter-config-data"]["litePluginSettings"][KERNEL]
    kernel["loadPyodideOptions"]["packages"] = [*WANTED, *inside]
    (WORK / "jupyter-lite.json").write_text(json.dumps(settings, indent=2), "utf-8")
    _run_jupyterlite(target, [str(wheels[name]) for name in FOR_THE_PAGE])
    return is_offline


def _run_jupyterlite(target, wheels):
    """Have JupyterLite write its pages, with those extensions of JupyterLab only."""
    settings = {
        "apps": ["lab"],
        "contents": ["contents"],
        "output_dir": str(target),
        "no_sourcemaps": True,
        "ignore_sys_prefix": ["federated_extensions"],
        "federated_extensions": [str(KERNEL_EXTENSION), *wheels],
    }
    config = WORK / "jupyter_lite_config.json"
    config.write_text(json.dumps({"LiteBuildConfig": settings}, indent=2), "utf-8")
    command = [sys.executable, "-m", "jupyterlite_core.app", "build"]
    subprocess.run([*command, "--lite-dir", str(WORK)], check=True, cwd=WORK)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("--usual-address", action="store_true")
    chosen = parser.parse_args(arguments)
    target = chosen.target.resolve()
    try:
        is_offline = build(target, offline=not chosen.usual_address)
    except Altered as fault:
        raise SystemExit(str(fault)) from None
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    needs = "no network" if is_offline else "Pyodide's usual address"
    print(f"Live lessons: {target}, {size / 1e6:.0f} MB; they need {needs}.")


if __name__ == "__main__":
    main()
