"""Do the lessons import what they mean? Asked before they are opened, run or tested.

Else says in a sentence what is in the way, with exit status 1: a file beside the
notebooks, a folder that PYTHONPATH names, or a set-up that was made elsewhere. It is
run by its path, not as a module, so that no file in the course's folder is in its way.
"""

import importlib.util
import os
import sys
import sysconfig
from importlib.machinery import PathFinder
from pathlib import Path

COURSE = Path(__file__).resolve().parents[1]
OWN = {"utils", "tests", "tools"}  # in the course's folder
WITH_LESSONS = ("notebooks", "workbook", "assignments")  # beside which files may lie
IMPORTED = {"IPython", "PIL", "keras", "matplotlib", "numpy", "scipy", "sklearn"}
IMPORTED |= {"tensorflow", "utils"}


def what_is_wrong(course=COURSE, python_path=None):
    """A sentence on what hides what the lessons import; None if nothing does.

    python_path: the value of the variable PYTHONPATH, which it is unless given.
    """
    found = [
        path.relative_to(course).as_posix()
        for folder in (*(course / name for name in WITH_LESSONS), course)
        for path in hiding(folder, _importable())
        if folder != course or path.name not in OWN
    ]
    if found:
        return (
            f"{' and '.join(found)} would be imported in place of what the lessons "
            "mean by that name: rename or move it (TROUBLE.md)."
        )
    if python_path is None:
        python_path = os.environ.get("PYTHONPATH", "")
    for folder in map(Path, filter(None, python_path.split(os.pathsep))):
        found = [] if folder.resolve() == course else hiding(folder, IMPORTED)
        if found:
            return (
                f"{found[0]} would be imported in place of what the lessons mean by "
                "that name, because the variable PYTHONPATH names its folder: unset "
                "PYTHONPATH (TROUBLE.md)."
            )
    return _why_not_set_up_here(course)


def hiding(folder, names):
    """The files and folders there that `import` would take for one of these names."""
    found = []
    importlib.invalidate_caches()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = path.name.partition(".")[0]
        spec = PathFinder.find_spec(name, [str(folder)]) if name in names else None
        if spec is None:
            continue
        # A folder without code gives way to every installed package, but not to utils,
        # which is installed from the course's own folder and so looked for last.
        is_code = spec.origin in (str(path), str(path / "__init__.py"))
        if is_code or (path.name == "utils" and path.is_dir()):
            found.append(path)
    return found


def _importable():
    """The names of Python's own modules, of what is installed, and utils."""
    names = IMPORTED | set(getattr(sys, "stdlib_module_names", ()))  # since 3.10
    for key in ("purelib", "platlib"):
        folder = Path(sysconfig.get_path(key))
        if folder.is_dir():
            names |= {path.name.partition(".")[0] for path in folder.iterdir()}
    return names


def _why_not_set_up_here(course):
    if sys.prefix == sys.base_prefix:
        return None  # not the course's own environment, which may come later
    spec = importlib.util.find_spec("utils")
    if spec and spec.origin and Path(spec.origin).resolve().parents[1] == course:
        return None
    return (
        f"The environment in {sys.prefix} does not know the course in {course}, which "
        "may have been moved: delete the folder .venv, and set it up anew (make clean "
        "lab)."
    )


if __name__ == "__main__":
    wrong = what_is_wrong()
    if wrong:
        sys.exit(wrong)
    print("the lessons import what they mean")
