"""Names of files and folders, as people type them: found, or one sentence why not."""

import difflib
import os
import re
from pathlib import Path

# "https://…", "file:/…", "data:image/png…"; "C:/…" is a drive of Windows.
WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:/|data:", re.IGNORECASE)


def existing_path(path, what):
    """Return the absolute Path of a file or folder that exists.

    path: text or Path; "~" is the home folder, a relative path starts at the working
    folder. what: "file" or "folder", for the sentences.
    Raises TypeError for what is no name, ValueError for an address on the web or what
    may not be reached, FileNotFoundError for what is missing or a link to nowhere.
    """
    path = _absolute(path, what)
    # os.path, unlike Path, answers False for names that the system cannot even hold.
    if os.path.exists(path):
        return path
    for part in (path, *path.parents):
        if os.path.islink(part) and not os.path.exists(part):
            raise FileNotFoundError(
                f"{quoted(part)} is a link to nowhere, what it led to was moved or "
                f"deleted: name the {what} itself."
            )
    if _is_out_of_reach(path):
        raise ValueError(
            f"{quoted(path)} cannot be reached: check that you may open the folders on "
            "the way to it."
        )
    raise FileNotFoundError(_missing(path, what))


def existing_file(path, kind):
    """Return the absolute Path of a file that exists and is not empty.

    kind: "picture" or "recording", for the sentences. Raises as existing_path does, and
    ValueError for a folder, a device and an empty file.
    """
    path = existing_path(path, "file")
    if os.path.isdir(path):
        raise ValueError(
            f"{quoted(path)} is a folder, not a {kind}: add the name of a file in it."
        )
    if not os.path.isfile(path):
        raise ValueError(f"{quoted(path)} is a device, not a {kind}: name a file.")
    if path.stat().st_size == 0:
        raise ValueError(
            f"{quoted(path)} is empty (0 bytes): save or download the {kind} again."
        )
    return path


def quoted(path):
    """Return the path in quotes, on one line, with slashes that Python takes too."""
    return repr(path.as_posix())


def _absolute(path, what):
    """Return the absolute Path for a name, if it is one."""
    if not isinstance(path, str | os.PathLike) or isinstance(os.fspath(path), bytes):
        raise TypeError(
            f"The name of a {what} is text or a Path, such as 'images/camera.png', not "
            f"{_described(path)}."
        )
    name = os.fspath(path)
    if WEB_ADDRESS.match(name):
        raise ValueError(
            f"{name[:60]!r} is an address, and the course opens files of this computer "
            f"only: download it first, then name the {what}."
        )
    try:
        return Path(os.path.abspath(os.path.expanduser(name)))
    except FileNotFoundError:  # there is no working folder to start from
        raise FileNotFoundError(
            f"{name!r} starts at the working folder, which is gone: name the {what} "
            "with its whole path, or restart the kernel."
        ) from None


def _described(value):
    """Return what somebody handed over in place of a name."""
    if value is None:
        return "None"
    if hasattr(value, "read"):
        return "an open file"
    if hasattr(value, "__array_interface__"):
        return "a picture that is open already"
    return f"{type(value).__name__} ({str(value)[:40]!r})"


def _is_out_of_reach(path):
    """Return whether a folder on the way to it may not be entered."""
    try:
        os.lstat(path)
    except PermissionError:
        return True
    except (OSError, ValueError):  # it is missing, or its name cannot be held
        return False
    return False


def _missing(path, what):
    """Return the sentence for what is missing: similar names, or where it should be."""
    start = f"(a relative path starts at {quoted(Path.cwd())})"
    if not os.path.isdir(path.parent):
        return f"There is no folder {quoted(path.parent)}: check the path {start}."
    names = {name.lower(): name for name in _names_in(path.parent)}
    similar = difflib.get_close_matches(path.name.lower(), names)
    if similar:
        guess = " or ".join(repr(names[name]) for name in similar)
        return f"There is no {what} {quoted(path)}: did you mean {guess}?"
    return f"There is no {what} {quoted(path)}: check its name and folder {start}."


def _names_in(folder):
    """Return the names in a folder, none if it may not be listed."""
    try:
        return os.listdir(folder)
    except PermissionError:
        return []
