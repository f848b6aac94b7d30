"""What the tests of files share."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from tests.files.photo_folders import save_photo
from utils.page import updating_line

NOBODY = 65534  # the user of least rights, on every Unix


@pytest.fixture
def folder(tmp_path):
    """Five photos of cats and six of dogs."""
    folder = tmp_path / "my_photos"
    for name, count, start in [("dogs", 6, 100), ("cats", 5, 200)]:
        for number in range(count):
            save_photo(folder / name / f"{number}.png", start + number)
    return folder


def _become(user, *paths):
    """Give these paths to another user, and go on as that user."""
    try:
        for path in paths:
            os.chown(path, user, -1)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        pytest.skip("root may everything, and this namespace has no other user")
    os.seteuid(user)


@pytest.fixture
def closed_folder():
    """A folder whose permissions count: root may everything, so it is nobody here."""
    if not hasattr(os, "geteuid"):
        pytest.skip("no such permissions here")
    with tempfile.TemporaryDirectory() as name:
        folder, user = Path(name, "closed"), os.geteuid()
        folder.mkdir()
        if user == 0:
            _become(NOBODY, folder, folder.parent)
        yield folder
        os.seteuid(user)
        folder.chmod(0o700)


@pytest.fixture
def lines(monkeypatch):
    """What the progress line says, text after text, as if on a notebook's page."""
    lines = []

    class Display:
        def update(self, text):
            lines.append(repr(text))

    def display(text, display_id):
        lines.append(repr(text))
        return Display()

    monkeypatch.setattr(updating_line, "display", display)
    return lines


@pytest.fixture
def notes(capsys, lines):
    """Return what was printed since, line by line."""
    return lambda: capsys.readouterr().out.splitlines()
