"""The scratch folder of a submission: the one place where it may write.

It looks like the course to a notebook: `../images/x.png` and `../data/` are there.
"""

import os
import shutil
from pathlib import Path

from tools.lessons import COURSE

LIKE_THE_COURSE = ("data", "images")  # what cells open by a path of their own
SIZE = 512 * 2**20  # bytes that it may hold, and files, where there is a wall
FILES = 20_000


def lay_out(folder, by_links, fonts):
    """Make the folders and files that a notebook expects.

    by_links: whether the course's pictures and data are linked to or copied; a link
    costs nothing, but is only as safe as what it leads to. fonts: where Matplotlib has
    stored its list of fonts, which takes seconds to make.
    """
    for name in ("notebooks", "tmp", "home/matplotlib"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in LIKE_THE_COURSE:
        copy = os.symlink if by_links else shutil.copy2
        shutil.copytree(COURSE / name, folder / name, copy_function=copy)
    for file in Path(fonts).glob("fontlist*.json"):
        shutil.copy(file, folder / "home" / "matplotlib")


def environment(folder):
    """The environment variables of a submission: none of the lecturer's secrets."""
    kept = ("PATH", "LANG", "TZ", "SYSTEMROOT", "SYSTEMDRIVE", "USERPROFILE", "COMSPEC")
    ours = {
        name: value
        for name, value in os.environ.items()
        if name in kept or name.startswith(("LC_", "OMP_", "OPENBLAS_", "TF_"))
    }
    tmp = str(folder / "tmp")
    return ours | {
        "HOME": str(folder / "home"),
        "IPYTHONDIR": str(folder / "home"),
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": str(folder / "home" / "matplotlib"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), tmp),
    }


def font_cache():
    """Where Matplotlib's list of fonts lies; makes it, where it is missing."""
    import matplotlib.font_manager

    return matplotlib.get_cachedir()


def is_full(folder):
    """Whether a folder that is a file system of its own has no room left."""
    found = os.statvfs(folder)
    return found.f_bavail < found.f_blocks / 100 or found.f_favail == 0
