"""What the tests of the rules share."""

import json

import pytest

from tests.notebooks.stored_notebook import StoredNotebook


@pytest.fixture
def stored(tmp_path):
    """Return a function that stores a sample beside the picture that it shows."""

    def stored(sample):
        (tmp_path / "a b.png").touch()
        path = tmp_path / "02_sample.ipynb"
        path.write_text(json.dumps(sample), encoding="utf-8")
        return StoredNotebook(path)

    return stored
