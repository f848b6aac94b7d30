"""The course's own network that draws digits from two numbers, and its training."""

import numpy as np
import pytest

from tools import train_digit_drawer
from utils.files.datasets import DATA_FOLDER
from utils.models.digit_drawer import WEIGHTS, WEIGHTS_SHA256, load_digit_drawer
from utils.models.digit_network import load_digit_network
from utils.play.digit_drawer import middles

LAYERS = {"Dense", "Reshape", "Conv2DTranspose"}  # as the site's page knows them


@pytest.fixture(scope="module")
def drawer():
    return load_digit_drawer()


def test_its_size_is_what_it_says(drawer):
    assert drawer.count_params() == 61_401
    assert (DATA_FOLDER / WEIGHTS).stat().st_size < 150_000
    assert {type(layer).__name__ for layer in drawer.layers} <= LAYERS


def test_the_readme_knows_it():
    readme = (DATA_FOLDER / "README.md").read_text("utf-8")
    assert WEIGHTS_SHA256 in readme and "61 401 numbers" in readme


def test_it_draws_ink_between_0_and_1(drawer):
    drawn = drawer.predict(middles(20), batch_size=400, verbose=0)
    assert drawn.shape == (400, 28, 28, 1)
    assert drawn.min() >= 0 and drawn.max() <= 1
    assert 0.02 < drawn.mean() < 0.3  # of a written digit: an eighth
    edge = np.concatenate([drawn[:, :2], drawn[:, -2:]])
    assert edge.mean() < 0.02


def test_its_sheet_is_read_as_all_ten_digits(drawer):
    drawn = drawer.predict(middles(20), batch_size=400, verbose=0)
    said = load_digit_network().predict(drawn, batch_size=400, verbose=0)
    assert np.bincount(said.argmax(axis=1), minlength=10).min() >= 2


@pytest.mark.long
def test_training_repeats_itself_and_is_rounded(monkeypatch):
    digits = np.random.default_rng(0).uniform(size=(40, 28, 28))

    def few():
        return (digits.astype("float32"), np.arange(40) % 10), None

    monkeypatch.setattr(train_digit_drawer, "load_mnist", few)
    drawers = [train_digit_drawer.trained_drawer(3, 2, batch=20) for _ in range(2)]
    for one, other in zip(*(drawer.get_weights() for drawer in drawers), strict=True):
        assert np.array_equal(one, other)
        assert np.array_equal(one, one.astype(np.float16))
