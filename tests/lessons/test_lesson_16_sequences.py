"""What lesson 16 writes out does what it says."""

import numpy as np
import pytest
from scipy.signal import lfilter

from tests.lessons.lesson_code import lesson_namespace, run_cells
from utils.arrays.receptive_field import Window, receptive_fields
from utils.exercises import lesson_16 as exercise


@pytest.fixture(scope="module")
def lesson():
    return lesson_namespace("16_sequences")


@pytest.fixture(scope="module")
def page():
    page = {"__name__": "16_sequences"}
    cells = ["settings", "heart", "rules", "one-filter", "noise", "judge", "adapted"]
    run_cells("16_sequences", page, *cells)
    return page


@pytest.mark.parametrize("size", [1, 2, 5])
def test_causal_is_a_filter_of_scipys(lesson, size):
    rng = np.random.default_rng(size)
    row, kernel = rng.normal(size=30), rng.normal(size=size)
    found = lesson["causal"](row, kernel)
    np.testing.assert_allclose(found, lfilter(kernel[::-1], 1, row), atol=1e-12)


@pytest.mark.parametrize("kernel", [2, 3, 9])
@pytest.mark.parametrize("dilations", [(1,), (1, 2, 4, 8), (3, 1, 5)])
def test_how_far_back_is_dive_6cs_formula(kernel, dilations):
    windows = [Window(kernel, dilation=dilation) for dilation in dilations]
    seen = receptive_fields(windows, 200)[-1].size
    assert exercise.steps_seen.reference.value(kernel, list(dilations)) == seen


@pytest.mark.parametrize("level", [0, 0.2, 0.6])
def test_noise_is_as_large_as_is_said(page, level):
    quiet = np.zeros(60 * page["RATE"])
    noise = page["with_noise"](quiet, level, np.random.default_rng(0))
    assert noise.std() == pytest.approx(np.sqrt(2) * level, rel=0.05)


def test_pieces_keep_the_labels_of_the_clean_recording(page):
    cuts, wanted = page["pieces"](20, np.random.default_rng(0))
    clean, same = page["pieces"](20, np.random.default_rng(0), strongest=0)
    assert cuts.shape == wanted.shape == (20, 480, 1)
    np.testing.assert_array_equal(wanted, same)
    assert 0.3 < np.std(cuts - clean) < 0.7
    # A beat is where it is highest, and a heart beats about twice a second.
    assert 5 < np.mean(np.sum(wanted == 1, axis=1)) < 9


def test_a_perfect_curve_is_a_perfect_score(page):
    curve = np.zeros(len(page["heart"]))
    curve[page["taught"]] = curve[page["beats"].astype(int)] = 1
    found = page["found_in_test"](curve)
    assert page["f1"](found, page["beats"]) == 1


def test_nothing_is_found_where_nothing_can_be_seen(page):
    start, stop = (int(s * page["RATE"]) for s in page["UNREADABLE"])
    rng = np.random.default_rng(0)
    found = page["found_in_test"](rng.normal(size=len(page["heart"])))
    assert len(found) and not ((found > start) & (found < stop)).any()
    assert found.min() >= page["TEST"].start


def test_the_band_of_the_adapted_rule_did_best_before_the_test(page):
    heart, learn, taught = page["heart"], page["LEARN"], page["taught"]
    noisy = page["with_noise"](heart, 0.4, np.random.default_rng([0, 1]))[learn]

    def best(curve):
        shares = np.quantile(curve, 0.98) * np.linspace(0.05, 1.2, 24)
        return max(page["f1"](page["peaks_of"](curve, s), taught) for s in shares)

    bands = [(low, high) for low in (0.5, 1, 2, 3) for high in (12, 20, 30)]
    scores = [best(page["band_pass"](noisy, *band)) for band in bands]
    assert bands[int(np.argmax(scores))] == (1, 20)
    assert best(page["adapted"](noisy)) == max(scores) > best(noisy)
