"""The drawn film is whole, and a head is where the marks say."""

import shutil

import numpy as np
import pytest

from utils.files import datasets
from utils.files.rabbit import load_rabbit, load_rabbit_marks

LOADERS = {"rabbit.npz": load_rabbit, "rabbit_marks.csv": load_rabbit_marks}


def test_frames_are_pictures():
    film = load_rabbit()
    assert film.shape == (48, 96, 128, 3) and film.dtype == np.float32
    assert film.min() >= 0 and 0.85 < film.max() <= 1
    assert len(np.unique(film.reshape(-1, 3), axis=0)) <= 256
    steps = np.abs(np.diff(film, axis=0)).mean(axis=(1, 2, 3))
    assert steps.min() > 0 and steps.max() < 0.2  # no frame twice, no cut


def test_marks_lie_in_the_picture_and_are_brighter_than_their_surroundings():
    film, (frames, boxes) = load_rabbit(), load_rabbit_marks()
    assert frames.tolist() == list(range(0, 48, 4)) and boxes.shape == (12, 4)
    assert np.all(boxes >= 0) and np.all(boxes <= [128, 96, 128, 96])
    sides = boxes[:, 2:] - boxes[:, :2]
    assert np.all((25 <= sides) & (sides <= 36))
    for frame, (x1, y1, x2, y2) in zip(frames, boxes.astype(int), strict=True):
        assert film[frame, y1:y2, x1:x2].mean() > film[frame].mean() + 0.05


@pytest.mark.parametrize("name", LOADERS)
def test_an_altered_file_says_how_to_restore_it(name, tmp_path, monkeypatch):
    shutil.copy(datasets.DATA_FOLDER / name, tmp_path / name)
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-1])
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    with pytest.raises(ValueError, match=rf"{name}.*altered.*git checkout"):
        LOADERS[name]()
