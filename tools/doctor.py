"""Is this computer ready for the course? `make doctor`, or `python tools/doctor.py`.

`make doctor CLASS=1` (`--class`) also says whether submissions can be graded on it.

One line for each thing it looks at: "ok", or "no" and what to do; the exit status is 0
if all are ok. It runs before the set-up, and in an environment that is half broken: it
needs Python's own modules only, and what could fail runs in a process of its own.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

COURSE = Path(__file__).resolve().parents[1]
# Where learners work; before the first `make lab`, the folder beside it.
NOTEBOOKS = COURSE / ("workbook" if (COURSE / "workbook").is_dir() else "notebooks")
SET_UP = "the README's lines for Windows do" if os.name == "nt" else "make lab does"
ANEW = "delete the folder .venv, and set up anew"
PINNED = re.compile(r"([\w.-]+)==([^\s;#]+)")
LINUX_ONLY = re.compile(r'[^;#]+; sys_platform == "linux" *(#|$)')
SECONDS = 180  # for what runs in a process of its own, on a slow computer
ILLEGAL_INSTRUCTION = (-4, 0xC000001D)  # exit status on POSIX, on Windows
KILLED = -9

GIB = 2**30
FREE_MEMORY = 2.5 * GIB  # lesson 13, which takes about 2, and JupyterLab
FREE_DISK = 0.5 * GIB  # what learners save
FREE_DISK_TO_SET_UP = 4 * GIB  # the environment, and what pip downloads for it


class No(Exception):
    """Something is not as it should be; the message says what, and what to do."""


def installed():
    """{name: version} of what requirements.txt names; None where it is missing."""
    # TensorFlow has two names, of which requirements.txt takes one.
    versions = {name: _version(name) for name in _pinned()}
    either = versions["tensorflow"] or versions["tensorflow-cpu"]
    return {**versions, "tensorflow": either, "tensorflow-cpu": either}


def _version(name):
    return next((found.version for found in metadata.distributions(name=name)), None)


def _pinned():
    with open(COURSE / "requirements.txt", encoding="utf-8") as lines:
        here = [
            line
            for line in lines
            if sys.platform == "linux" or not LINUX_ONLY.match(line)
        ]
    return dict(found.groups() for found in map(PINNED.match, here) if found)


def check_packages():
    """Whether what requirements.txt names is installed, at these versions."""
    found = installed()
    wrong = [
        f"{name} is {found[name] or 'missing'} and should be {version}"
        for name, version in _pinned().items()
        if found[name] != version
    ]
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise No(f"{wrong[0]}{more}: {ANEW}")
    return f"{len(found)} at the versions of requirements.txt"


def check_memory():
    """Whether a lesson finds enough memory that no other program holds."""
    import psutil

    memory = psutil.virtual_memory()
    free = f"{memory.available / GIB:.1f} of {memory.total / GIB:.1f} GiB are free"
    if memory.available < FREE_MEMORY:
        raise No(
            f"{free}, and the largest lesson needs {FREE_MEMORY / GIB:g}: close other "
            "programs"
        )
    return free


def check_disk(needed=FREE_DISK):
    """Whether the disk has room."""
    free = shutil.disk_usage(COURSE).free
    if free < needed:
        raise No(
            f"{free / GIB:.1f} GiB are free, {needed / GIB:g} are needed: delete or "
            "move what you do not need"
        )
    return f"{free / GIB:.1f} GiB are free"


def check_writing():
    """Whether notebooks can be saved, and programs can keep what they need a while."""
    for folder in (NOTEBOOKS, None):
        try:
            tempfile.TemporaryFile(dir=folder).close()
        except OSError as error:
            raise No(
                f"nothing can be stored in {folder or 'a folder for temporary files'} "
                f"({error.strerror}): ask who looks after this computer, or move what "
                "you can into a folder of your own (TROUBLE.md)"
            ) from None
    return "notebooks can be saved"


def check_kernel():
    """Whether a notebook's kernel starts, answers, and is this environment's."""
    answered = run("try_kernel.py")
    if Path(answered).parent != Path(sys.executable).parent:
        raise No(
            f"{answered} runs the notebooks, not {sys.executable}: `jupyter kernelspec "
            "list` shows the kernel python3 that says so (TROUBLE.md)"
        )
    return "starts and answers"


def check_training():
    """Whether TensorFlow and Keras start, and a small network learns."""
    return f"a small network learned in {run('try_training.py')} seconds"


def run(script):
    """The last line that a script beside this one prints. Raises No if it fails."""
    command = [sys.executable, str(COURSE / "tools" / script)]
    try:
        done = subprocess.run(
            command,
            cwd=NOTEBOOKS,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise No(f"no answer within {SECONDS} seconds (TROUBLE.md)") from None
    if done.returncode in ILLEGAL_INSTRUCTION:
        raise No("this processor lacks instructions (AVX) that TensorFlow needs")
    if done.returncode == KILLED:
        raise No("stopped by the system, as memory ran out: close other programs")
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
        raise No(said[-1].rstrip("."))
    return done.stdout.strip().splitlines()[-1]


BEFORE = {
    "computer": lambda: run("check_computer.py"),
    "imports": lambda: run("check_imports.py"),
    "writing": check_writing,
}
AFTER = {
    "disk": check_disk,
    "packages": check_packages,
    "memory": check_memory,
    "kernel": check_kernel,
    "training": check_training,
}
FOR_A_CLASS = {"wall": lambda: run("try_wall.py")}


def examine(checks):
    """Print a line for each check; return how many say no."""
    count = 0
    for name, check in checks.items():
        try:
            line = f"ok  {name}: {check()}"
        except No as reason:
            line = f"no  {name}: {reason}"
        except Exception as error:  # whatever a broken environment raises
            line = f"no  {name}: {type(error).__name__}: {error} (TROUBLE.md)"
        count += line.startswith("no")
        print(line, flush=True)
    return count


def main():
    """Examine all; the exit status is 0 if all are ok."""
    count = examine(BEFORE)
    if any(installed().values()):
        count += examine(AFTER)
        if "--class" in sys.argv[1:]:
            count += examine(FOR_A_CLASS)
    else:
        count += examine({"disk": lambda: check_disk(FREE_DISK_TO_SET_UP)})
        print(f"no  packages: none is installed for this Python yet: {SET_UP} it, once")
        count += 1
    print(f"{count} to mend." if count else "Ready for class.")
    sys.exit(bool(count))


if __name__ == "__main__":
    main()
