"""Start a learner's server, with a workbook of their own beside the read-only course.

    python -P classroom/open_workbook.py [what is for jupyterhub-singleuser]

Runs as the learner, never as root: whatever lies in their home, nobody else's files are
touched by it. In `~/cnn-course/workbook/` comes a copy of each lesson that is not there
yet; what is there stays as it is. Beside it links lead to the course's own pictures
and data, as `../images/…` in a lesson expects them.
"""

import os
import sys
import tempfile
from pathlib import Path

COURSE = Path(__file__).resolve().parents[1]
FOLDER = "cnn-course"
LINKED = ("images", "data", "guides", "README.md", "TROUBLE.md")


def link_the_course(folder):
    """Make a learner's folder, and in it the workbook, still empty, and the links."""
    (folder / "workbook").mkdir(parents=True, exist_ok=True)
    for name in LINKED:
        link = folder / name
        if link.is_symlink() and os.readlink(link) != str(COURSE / name):
            link.unlink()  # the course has moved
        if not os.path.lexists(link):
            link.symlink_to(COURSE / name)


def bring_lessons():
    """Bring a copy of each lesson that is missing in the workbook."""
    from tools.copying.copies import bring, copy_path
    from tools.lessons import all_lessons

    for lesson in all_lessons():
        if not os.path.lexists(copy_path(lesson)):
            bring(lesson)


def main():
    """Lay the learner's folder out, and become the server."""
    if os.geteuid() == 0:
        sys.exit("This would run as root: a learner's server runs as the learner.")
    os.umask(0o077)
    home = Path.home()
    os.chmod(home, 0o700)  # whatever this system's useradd thinks
    # Here, and for `python -m tools.renew 3` in a terminal.
    os.environ["COURSE_WORKBOOK"] = str(home / FOLDER / "workbook")
    # Where kernels' sockets lie: the name of one must be short, and a home's is not.
    os.environ["JUPYTER_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="kernels-")
    programs = os.path.dirname(sys.executable)
    os.environ["PATH"] = f"{programs}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    sys.path.insert(0, str(COURSE))
    link_the_course(home / FOLDER)
    bring_lessons()
    command = [sys.executable, "-P", "-m", "jupyterhub.singleuser", *sys.argv[1:]]
    os.execv(sys.executable, command)


if __name__ == "__main__":
    main()
