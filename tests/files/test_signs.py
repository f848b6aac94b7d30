"""The traffic signs are those of the table, and opened as they are."""

import csv

import numpy as np
import pytest

from utils.files import datasets
from utils.files.datasets import DATA_FOLDER
from utils.files.signs import load_signs

FOLDER = DATA_FOLDER / "signs"


def rows():
    with (FOLDER / "attribution.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_each_sign_is_an_array_with_opacity_and_a_name_of_its_own():
    drawings, names = load_signs()
    assert len(drawings) == len(names) == len(set(names)) == len(rows())
    for drawing in drawings:
        assert drawing.dtype == np.float32 and drawing.shape[2] == 4
        assert max(drawing.shape[:2]) == 64
        assert 0 <= drawing.min() and drawing.max() <= 1
        seen = drawing[..., 3] > 0
        assert seen.any(axis=0)[[0, -1]].all() and seen.any(axis=1)[[0, -1]].all()
        assert seen.mean() > 0.5 and not seen[0, [0, -1]].all()  # cut out


def test_a_sign_looks_as_its_name_says():
    signs = dict(zip(*load_signs()[::-1], strict=True))
    red, blue, yellow = [0.9, 0.1, 0.1], [0.05, 0.45, 0.75], [1, 1, 0]
    for name, row, column, colour in (
        ("no entry", 10, 32, red),
        ("keep left", 10, 20, blue),
        ("one way", 32, 3, blue),
        ("bends", 32, 10, yellow),
    ):
        assert np.allclose(signs[name][row, column, :3], colour, atol=0.2), name
    assert np.allclose(signs["no entry"][32, 32], 1, atol=0.05)  # the white bar


def test_no_sign_lacks_its_row_and_none_is_there_twice():
    named = [row["file"] for row in rows()]
    assert sorted(named) == sorted(file.name for file in FOLDER.glob("*.png"))
    for column in ("source", "sha256_of_source", "sha256"):
        assert len({row[column] for row in rows()}) == len(named)


def test_an_altered_sign_is_noticed(tmp_path, monkeypatch):
    folder = tmp_path / "signs"
    folder.mkdir()
    for file in FOLDER.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    load_signs()
    (folder / "stop.png").write_bytes(b"no picture")
    with pytest.raises(ValueError, match=r"stop\.png"):
        load_signs()
    (folder / "stop.png").unlink()
    with pytest.raises(FileNotFoundError, match=r"stop\.png"):
        load_signs()
