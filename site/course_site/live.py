"""The live lessons: JupyterLab in the browser, with Python in it, in out/live/.

`make site LIVE=1` adds them. JupyterLite is JupyterLab without a server: what it needs
are files only, the lessons, the helpers and Pyodide among them. Where Pyodide's
packages cannot be had, or with LIVE=online, readers' browsers take those from Pyodide's
usual address.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from course_site import live_pages
from course_site.live_contents import collect_contents
from course_site.live_packages import SITE, WANTED, fetch_wheels, lay_out

WORK = SITE / "work" / "live"
DOWNLOADS = SITE / "downloads"
SETTINGS = SITE / "live" / "jupyter-lite.json"
LINKS = SITE / "live" / "links.js"
PLUGIN = "@jupyterlite/pyodide-kernel-extension:kernel"
# Extensions of JupyterLab: the kernel, and what shows buttons and things to play with.
KERNEL_EXTENSION = Path(sys.prefix, "share/jupyter/labextensions", PLUGIN.split(":")[0])
FOR_THE_PAGE = ("jupyterlab_widgets", "anywidget")


def setup(app):
    live_pages.connect(app)
    app.connect("build-finished", add_live_lessons)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add_live_lessons(app, exception):
    """Build them beside the pages, and print what they need."""
    if exception:
        return
    target = Path(app.outdir, "live")
    is_offline = build(target, offline=os.environ.get("LIVE") != "online")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    needs = (
        "no network" if is_offline else "Pyodide's packages from their usual address"
    )
    print(f"Live lessons: {size / 1e6:.0f} MB; they need {needs}.")


def build(target, offline=True):
    """Build the live lessons into a folder; return whether they need no network."""
    for folder in (target, WORK):
        shutil.rmtree(folder, ignore_errors=True)
    collect_contents(WORK / "contents")
    DOWNLOADS.mkdir(exist_ok=True)
    wheels = fetch_wheels(DOWNLOADS)
    for_the_page = [str(wheels[name]) for name in FOR_THE_PAGE]
    del wheels["jupyterlab_widgets"]  # it holds nothing that Python needs
    # JupyterLite copies the folder `static`.
    is_offline = lay_out(WORK / "static" / "pyodide", DOWNLOADS, wheels, offline)
    settings = json.loads(SETTINGS.read_text("utf-8"))
    kernel = settings["jupyter-config-data"]["litePluginSettings"][PLUGIN]
    kernel["loadPyodideOptions"]["packages"] = [*WANTED, *wheels]
    (WORK / "jupyter-lite.json").write_text(json.dumps(settings, indent=2), "utf-8")
    _run_jupyterlite(target, for_the_page)
    _add_script(target / "lab" / "index.html")
    return is_offline


def _add_script(page):
    """Have the live page run links.js."""
    head, end, rest = page.read_text("utf-8").partition("</head>")
    if not end:
        raise RuntimeError(f"{page} has no end of its head, where scripts go.")
    script = f"<script>\n{LINKS.read_text('utf-8')}</script>"
    page.write_text(f"{head}{script}{end}{rest}", "utf-8")


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
    command = [
        sys.executable,
        "-m",
        "jupyterlite_core.app",
        "build",
        "--lite-dir",
        WORK,
    ]
    done = subprocess.run(command, cwd=WORK, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"JupyterLite failed:\n{done.stdout}\n{done.stderr}")
