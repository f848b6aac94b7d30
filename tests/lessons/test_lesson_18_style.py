"""What lesson 18 writes out does what it says."""

import keras
import numpy as np
import pytest
from keras import layers

from tests.lessons.lesson_code import lesson_namespace
from tools.lessons import COURSE
from utils.exercises import lesson_18 as exercise


@pytest.fixture(scope="module")
def lesson():
    return lesson_namespace("18_style_and_generation")


@pytest.fixture(scope="module")
def small_judge():
    keras.utils.set_random_seed(0)
    picture = keras.Input((12, 12, 3))
    first = layers.Conv2D(4, 3, activation="relu")(picture)
    return keras.Model(picture, [first, layers.Conv2D(6, 3, strides=2)(first)])


def test_both_gram_matrices_are_the_definition(lesson):
    maps = np.random.default_rng(0).normal(size=(2, 5, 4, 3)).astype("float32")
    expected = np.zeros((2, 3, 3))
    for k, row, column in np.ndindex(2, 5, 4):
        expected[k] += np.outer(maps[k, row, column], maps[k, row, column]) / 20
    np.testing.assert_allclose(lesson["grams"](maps), expected, atol=1e-5)
    np.testing.assert_allclose(lesson["gram"](maps[1]), expected[1], atol=1e-5)


def test_the_order_of_places_does_not_count(lesson):
    rng = np.random.default_rng(1)
    maps = rng.normal(size=(6, 7, 3))
    mixed = rng.permutation(maps.reshape(42, 3)).reshape(7, 6, 3)
    np.testing.assert_allclose(lesson["gram"](mixed), lesson["gram"](maps))


def test_the_task_joins_halves(lesson):
    maps = np.random.default_rng(2).normal(size=(6, 9, 3))
    left, right = maps[:, :2], maps[:, 2:]
    whole = exercise.gram_of_whole.reference.value
    halves = lesson["gram"](left), lesson["gram"](right)
    np.testing.assert_allclose(whole(*halves, 12, 42), lesson["gram"](maps))


def test_pieces_have_one_mean_and_one_contrast(lesson, monkeypatch):
    monkeypatch.chdir(COURSE / "notebooks")
    for piece in lesson["pieces"]("brick.png", [(0, 0), (100, 300)]):
        assert piece.shape == (64, 64)
        assert piece.mean() == pytest.approx(0.5, abs=1e-5)
        assert piece.std() == pytest.approx(0.2, abs=1e-5)


def test_distances_between_rows(lesson):
    found = lesson["apart"](np.array([[[0.0, 0]], [[3, 4]], [[3, 0]]]))
    assert np.array_equal(found, [[np.inf, 25, 9], [25, np.inf, 16], [9, 16, np.inf]])


def test_drawing_comes_nearer_to_the_wish(lesson, small_judge):
    rng = np.random.default_rng(3)
    start, painting = rng.uniform(size=(2, 1, 12, 12, 3)).astype("float32")
    _, first = lesson["draw"](small_judge, start, painting, steps=1)
    drawn, last = lesson["draw"](small_judge, start, painting, steps=60)
    assert last < first / 4
    assert drawn.shape == start.shape and drawn.min() >= 0 and drawn.max() <= 1


def test_content_keeps_the_deepest_maps(lesson, small_judge):
    rng = np.random.default_rng(4)
    start, painting, photo = rng.uniform(size=(3, 1, 12, 12, 3)).astype("float32")
    kept = small_judge(photo)[-1]
    far = [
        float(lesson["far"](small_judge(picture)[-1], kept))
        for content in (0, 10)
        for picture, _ in [
            lesson["draw"](small_judge, start, painting, photo, content, steps=60)
        ]
    ]
    assert far[1] < far[0] / 4


def test_the_losses_are_those_of_the_task(lesson):
    rng = np.random.default_rng(5)
    scores = rng.normal(size=(2, 8, 1)).astype("float32")
    found = [float(loss) for loss in lesson["losses"](*scores)]
    expected = exercise.both_losses.reference.value(*(1 / (1 + np.exp(-scores))))
    np.testing.assert_allclose(found, expected, rtol=1e-5)


@pytest.mark.long
def test_one_step_of_the_game(lesson):
    generator, step = lesson["new_game"](seed=0)
    before = [np.array(weights) for weights in generator.trainable_variables]
    digits = np.random.default_rng(6).uniform(size=(8, 28, 28, 1)).astype("float32")
    judging, drawing = step(digits)
    assert 0 < judging < 5 and 0 < drawing < 5
    moved = [
        not np.array_equal(old, new)
        for old, new in zip(before, generator.trainable_variables, strict=True)
    ]
    assert all(moved)
    drawn = generator(np.zeros((3, lesson["NOISE"])))
    assert drawn.shape == (3, 28, 28, 1) and np.all((drawn >= 0) & (drawn <= 1))


def test_a_game_is_looked_at_every_so_often(lesson):
    looks, sizes = [], []

    def step(batch):
        sizes.append(len(batch))
        return len(sizes), -len(sizes)

    def look(number, losses):
        looks.append((number, *losses))

    lesson["play"](step, np.zeros((100, 28, 28, 1)), 6, 0, look, every=3)
    assert looks == [(3, 2, -2), (6, 5, -5)] and set(sizes) == {64}
