"""What lesson 19 writes out does what it says."""

import numpy as np
import pytest
from scipy.signal import correlate

from tests.lessons.lesson_code import lesson_namespace, run_cells
from utils.arrays import clips
from utils.arrays.clips import make_clips
from utils.exercises import lesson_19 as exercise
from utils.models.ledger import ledger, total_multiply_adds


@pytest.fixture(scope="module")
def lesson():
    return lesson_namespace("19_video")


@pytest.fixture(scope="module")
def page():
    page = {"__name__": "19_video"}
    cells = ["settings", "films", "ways", "sum-up", "network", "train-films"]
    run_cells("19_video", page, *cells)
    return page


@pytest.mark.parametrize("shape", [(1, 1, 1), (2, 3, 3), (3, 1, 5), (4, 6, 7)])
def test_sliding_is_scipys_correlation(lesson, shape):
    rng = np.random.default_rng(0)
    film, kernel = rng.normal(size=(4, 6, 7)), rng.normal(size=shape)
    expected = correlate(film, kernel, mode="valid", method="direct")
    np.testing.assert_allclose(lesson["slide"](film, kernel), expected, atol=1e-12)


def test_a_kernel_backwards_answers_the_film_backwards(lesson):
    rng = np.random.default_rng(0)
    film, kernel = rng.normal(size=(6, 5, 5)), rng.normal(size=(3, 2, 2))
    turned = exercise.kernel_backwards.reference.value(kernel)
    forwards = lesson["slide"](film, kernel)
    np.testing.assert_allclose(lesson["slide"](film[::-1], turned), forwards[::-1])


def test_all_six_have_as_many_parameters(page):
    films = np.zeros((2, 8, 24, 24), np.float32)
    for way in page["FILTERS"]:
        seen = page["given"](way, films)
        network = page["new_network"](way, seen.shape[1:])
        assert network.count_params() == pytest.approx(13_000, rel=0.01)
        assert network(seen).shape == (2, 6)
        assert total_multiply_adds(ledger(network)) > 200_000


def test_what_each_is_given(page):
    films = make_clips(6, page["NEVER_SEEN"], 0).films
    one, difference, two, flat, deep, rows = (
        page["given"](way, films) for way in page["FILTERS"]
    )
    assert np.array_equal(one[..., 0], films[:, 3])
    assert np.array_equal(difference[..., 0], films[:, 4] - films[:, 3])
    assert np.array_equal(two[..., 1] - two[..., 0], difference[..., 0])
    assert flat.shape == (6, 24, 24, 8)
    assert np.array_equal(flat[..., 5], films[:, 5])
    assert deep.shape == rows.shape == (6, 8, 24, 24, 1)


def test_nothing_that_is_tested_was_learnt_from(page):
    learnt = {view.tobytes() for thing in page["LEARNT"] for view in thing}
    new = {view.tobytes() for thing in page["NEVER_SEEN"] for view in thing}
    assert not learnt & new


def test_shift_between_finds_what_the_films_do(page):
    even = np.full((24, 24), 0.5)  # a ground on which nothing else moves
    shift = exercise.shift_between.reference.value
    for action, wanted in enumerate([(0, -2), (0, 2), (-2, 0), (2, 0)]):
        script = clips.write_script(action, np.random.default_rng(action))
        first, second = clips.play(script, page["NEVER_SEEN"][0], even)[:2]
        assert tuple(map(int, shift(first, second, 3))) == wanted
