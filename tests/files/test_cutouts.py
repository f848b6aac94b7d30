"""The drawings are those of the table, and opened as they are."""

import csv
import io

import numpy as np
import pytest
from PIL import Image

from tools.make_cutouts import small_drawing
from utils.arrays.scenes import make_scenes
from utils.files import datasets
from utils.files.cutouts import KINDS, load_cutouts
from utils.files.datasets import DATA_FOLDER

FOLDER = DATA_FOLDER / "cutouts"


def rows():
    with (FOLDER / "attribution.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_each_drawing_is_an_array_with_opacity():
    drawings, labels = load_cutouts()
    assert len(drawings) == len(labels) == len(rows())
    assert sorted(set(labels)) == list(range(len(KINDS)))
    for drawing in drawings:
        assert drawing.dtype == np.float32 and drawing.shape[2] == 4
        assert 30 < max(drawing.shape[:2]) <= 64
        assert 0 <= drawing.min() and drawing.max() <= 1
        seen = drawing[..., 3] > 0
        assert seen.any(axis=0)[[0, -1]].all() and seen.any(axis=1)[[0, -1]].all()


def test_labels_follow_the_order_that_was_asked_for():
    drawings, labels = load_cutouts(["vehicle", "fish"])
    counts = {kind: sum(row["kind"] == kind for row in rows()) for kind in KINDS}
    assert list(np.bincount(labels)) == [counts["vehicle"], counts["fish"]]
    alone, of_one_kind = load_cutouts("fish")
    assert len(alone) == counts["fish"] and not of_one_kind.any()
    assert len(drawings) == len(labels)


def test_no_drawing_lacks_its_row_and_none_is_there_twice():
    named = [row["file"] for row in rows()]
    assert sorted(named) == sorted(file.name for file in FOLDER.glob("*.png"))
    for column in ("source", "sha256_of_source", "sha256"):
        assert len({row[column] for row in rows()}) == len(named)


@pytest.mark.parametrize("kinds", [["birds"], [], ["bird", "bird"], "birds"])
def test_a_kind_that_is_none_is_one_sentence(kinds):
    with pytest.raises(ValueError, match="of the kinds bird, bug, fish") as told:
        load_cutouts(kinds)
    assert "\n" not in str(told.value)


def test_an_altered_drawing_is_noticed(tmp_path, monkeypatch):
    folder = tmp_path / "cutouts"
    folder.mkdir()
    for file in FOLDER.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    load_cutouts("fish")
    (folder / "fish_01.png").write_bytes(b"no picture")
    with pytest.raises(ValueError, match=r"fish_01\.png"):
        load_cutouts("fish")


def test_a_drawing_is_trimmed_and_made_smaller_without_a_dark_rim():
    large = np.zeros((300, 400, 4), np.uint8)
    large[50:250, 100:300] = (255, 0, 0, 255)  # around it: black, and invisible
    whole = io.BytesIO()
    Image.fromarray(large).save(whole, "PNG")
    small = np.asarray(Image.open(io.BytesIO(small_drawing(whole.getvalue()))))
    assert small.shape == (64, 64, 4)
    assert (small == (255, 0, 0, 255)).all()


def test_scenes_can_be_made_of_them():
    drawings, labels = load_cutouts("fruit")
    grounds = np.zeros((1, 96, 96, 3))
    scenes = make_scenes(5, drawings, labels, grounds, seed=0)
    assert scenes.images.shape == (5, 96, 96, 3) and scenes.owners.any()
