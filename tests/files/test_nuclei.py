"""The nuclei are whole, and a file that is not says how to mend it."""

import shutil

import numpy as np
import pytest

from utils.files import datasets
from utils.files.nuclei import load_nuclei


@pytest.fixture
def nuclei_copy(tmp_path, monkeypatch):
    """A data folder of its own, with a copy of nuclei.npz to spoil."""
    shutil.copy(datasets.DATA_FOLDER / "nuclei.npz", tmp_path)
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    return tmp_path / "nuclei.npz"


def test_shapes_types_and_ranges():
    picture, nuclei = load_nuclei()
    assert picture.shape == nuclei.shape == (512, 512)
    assert picture.dtype == np.float32 and nuclei.dtype == np.int64
    assert picture.min() >= 0 and picture.max() <= 1
    assert np.array_equal(np.unique(nuclei), np.arange(126))


def test_nuclei_are_brighter_than_the_ground():
    picture, nuclei = load_nuclei()
    assert picture[nuclei > 0].mean() > 2 * picture[nuclei == 0].mean()


def test_nobody_spoils_it_for_the_next():
    load_nuclei()[0][:] = 0
    assert load_nuclei()[0].max() > 0


def test_a_missing_file_says_how_to_restore_it(nuclei_copy):
    nuclei_copy.unlink()
    with pytest.raises(FileNotFoundError) as caught:
        load_nuclei()
    assert str(caught.value) == (
        "data/nuclei.npz is missing: restore it with `git checkout -- data/nuclei.npz` "
        "in the course's folder."
    )


def test_an_altered_file_says_how_to_restore_it(nuclei_copy):
    nuclei_copy.write_bytes(nuclei_copy.read_bytes()[:-1])
    with pytest.raises(ValueError, match=r"truncated or altered.*git checkout"):
        load_nuclei()
