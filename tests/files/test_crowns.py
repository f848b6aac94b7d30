"""The pictures of woodland are whole, with their boxes inside them."""

import shutil

import numpy as np
import pytest

from utils.files import datasets
from utils.files.crowns import PLACES, load_crowns

SHAPES = {"OSBS": (200, 200, 3), "SOAP": (200, 200, 3), "YELL": (517, 624, 3)}
COUNTS = {"OSBS": 61, "SOAP": 37, "YELL": 279}


@pytest.mark.parametrize("place", PLACES)
def test_shapes_types_and_ranges(place):
    picture, boxes = load_crowns(place)
    assert picture.shape == SHAPES[place] and picture.dtype == np.float32
    assert 0 <= picture.min() < 0.2 and 0.8 < picture.max() <= 1
    assert boxes.shape == (COUNTS[place], 4) and boxes.dtype == np.float32
    assert np.all(boxes[:, 2:] - boxes[:, :2] > 4)
    rows, columns, _ = picture.shape
    # the full picture had a row and a column more, which have no half
    assert boxes.min() >= 0 and np.all(boxes[:, 2:] <= (columns + 0.5, rows + 0.5))


def test_nobody_spoils_it_for_the_next():
    for part in load_crowns("OSBS"):
        part[:] = 0
    assert all(part.max() > 0 for part in load_crowns("OSBS"))


@pytest.mark.parametrize("place", ["osbs", "", None])
def test_another_place_is_one_sentence(place):
    with pytest.raises(ValueError, match="The places are OSBS, SOAP, YELL, not"):
        load_crowns(place)


def test_an_altered_file_says_how_to_restore_it(tmp_path, monkeypatch):
    copy = tmp_path / "crowns.npz"
    shutil.copy(datasets.DATA_FOLDER / "crowns.npz", copy)
    copy.write_bytes(copy.read_bytes()[:-1])
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"truncated or altered.*git checkout"):
        load_crowns("SOAP")
