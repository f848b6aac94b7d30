"""Packages as the registries give them, made of a few files."""

import io
import tarfile
import zipfile


def as_zip(path, files):
    """Write {name in it: bytes} as a zip file, such as a wheel; return its path."""
    with zipfile.ZipFile(path, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return path


def as_tar(path, files):
    """Write {name in it: bytes} as npm and PyPI pack sources; return its path."""
    with tarfile.open(path, "w:gz") as package:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            package.addfile(member, io.BytesIO(content))
    return path
