"""What dive 18b writes out does what it says."""

import numpy as np
import pytest
from keras import layers

from tests.lessons.lesson_code import lesson_namespace
from utils.exercises import lesson_18b as exercise
from utils.models.painter import STYLES, load_painter, paint


@pytest.fixture(scope="module")
def lesson():
    return lesson_namespace("18b_one_painter")


@pytest.mark.parametrize("channels", [1, 3, 8])
def test_normalising_by_hand_is_keras(lesson, channels):
    maps = np.random.default_rng(0).normal(1, 4, (2, 6, 5, channels))
    maps = maps.astype("float32")
    normal = layers.GroupNormalization(
        groups=channels, epsilon=1e-5, center=False, scale=False
    )
    found = lesson["instance_normal"](maps)
    np.testing.assert_allclose(found, normal(maps), atol=1e-4)


def test_a_mixture_of_manners(lesson):
    weights = lesson["mixture"](3, 19, 0.25)
    assert weights.shape == (STYLES,)
    assert weights[3] == 0.75 and weights[19] == 0.25 and weights.sum() == 1


@pytest.mark.parametrize("style", [0, 7, 25])
def test_the_painter_is_blind_to_light_and_contrast(style):
    painter = load_painter()
    photo = np.random.default_rng(1).uniform(size=(32, 40, 3))
    found = paint(painter, 0.3 * photo + 0.5, style)
    painted = paint(painter, photo, style)
    np.testing.assert_allclose(found, painted, atol=0.02)
    assert np.abs(paint(painter, 1 - photo, style) - painted).mean() > 0.05


def test_the_price_of_its_manners():
    painter = load_painter()
    filters = [layer for layer in painter.layers if isinstance(layer, layers.Conv2D)]
    price = exercise.numbers_of_manners.reference.value
    own = price([layer.filters for layer in filters], STYLES)
    shared = sum(layer.count_params() for layer in filters)
    assert own + shared == painter.count_params()
