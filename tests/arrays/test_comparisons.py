"""Equal things seldom look different, different ones never equal because of noise."""

import numpy as np
import pytest
from scipy import stats

from utils.arrays.comparisons import (
    Comparisons,
    interval_of_mean,
    interval_over_splits,
    seeds_needed,
)

LESSONS = 10_000
# How far the share of so many simulated lessons may lie above the true one.
LUCK = 3 * np.sqrt(0.05 * 0.95 / LESSONS)
# Of a lesson with eight networks: neighbours on the ladder, and all with the first.
PAIRS = [(i, i + 1) for i in range(7)] + [(0, i) for i in range(2, 7)]


def bell(rng, seeds):
    """Results (lessons, networks, seeds) of equal networks that share seeds."""
    shape = (LESSONS, 8, seeds)
    return rng.normal(94, 0.4, shape) + rng.normal(0, 0.3, (LESSONS, 1, seeds))


def digits_read(rng, seeds):
    """The same, as % of 3 000 digits read correctly."""
    return rng.binomial(3_000, 0.95, (LESSONS, 8, seeds)) / 30


def share_with_a_false_claim(results, is_claimed):
    """Share of the lessons in which is_claimed(low, high) holds for any pair."""
    confidence = Comparisons({}, planned=len(PAIRS)).confidence
    claims = [
        is_claimed(*interval_of_mean(results[:, i] - results[:, j], confidence))
        for i, j in PAIRS
    ]
    return np.any(claims, axis=0).mean()


@pytest.mark.parametrize("seeds", [5, 8, 10])
@pytest.mark.parametrize("results", [bell, digits_read])
def test_equal_networks_seldom_give_a_lesson_one_clear_difference(results, seeds):
    equal = results(np.random.default_rng(0), seeds)
    share = share_with_a_false_claim(equal, lambda low, high: (low > 0) | (high < 0))
    assert 0.005 < share < 0.05 + LUCK


def test_what_differs_by_the_margin_seldom_passes_for_equal():
    results = bell(np.random.default_rng(0), seeds=8)
    results += np.arange(8)[:, np.newaxis]  # each one point better than the one before
    assert min(abs(i - j) for i, j in PAIRS) == 1
    equal = share_with_a_false_claim(results, lambda low, high: (low > -1) & (high < 1))
    assert equal < 0.05 + LUCK


def test_the_noisier_the_runs_the_seldomer_they_pass_for_equal():
    differences = np.random.default_rng(0).normal(size=(LESSONS, 8))
    confidence = Comparisons({}, planned=10).confidence
    shares = []
    for noise in (0.1, 0.3, 0.6, 1, 3):
        low, high = interval_of_mean(noise * differences, confidence)
        shares.append(np.mean((low > -1) & (high < 1)))
    assert shares[0] > 0.99 and shares[-1] < 0.02 and np.all(np.diff(shares) < 0)


def test_the_interval_is_that_of_scipy():
    differences = np.array([0.2, -0.1, 0.5, 0.4, 0.1])
    expected = stats.ttest_1samp(differences, 0).confidence_interval(0.99)
    assert np.allclose(interval_of_mean(differences, 0.99), expected)


def test_splits_of_one_collection_need_the_wider_interval():
    rng = np.random.default_rng(0)
    hits = {interval_of_mean: 0, interval_over_splits: 0}
    for _ in range(1_000):
        collection = rng.normal(size=50)  # how far ahead on each example; 0 on average
        tests = [rng.permutation(50)[:10] for _ in range(10)]
        ahead = collection[tests].mean(axis=1)
        for interval, more in ((interval_of_mean, ()), (interval_over_splits, (0.2,))):
            low, high = interval(ahead, 0.95, *more)
            hits[interval] += low < 0 < high
    assert hits[interval_of_mean] < 800
    assert hits[interval_over_splits] == pytest.approx(950, abs=25)


def test_the_interval_over_splits_is_nadeau_and_bengios():
    differences = np.array([0.2, -0.1, 0.5, 0.4, 0.1])
    scale = np.std(differences, ddof=1) * np.sqrt(1 / 5 + 20 / 80)
    expected = stats.t(4, differences.mean(), scale).interval(0.9)
    assert np.allclose(interval_over_splits(differences, 0.9, 0.2), expected)


def test_comparisons_of_splits_use_the_wider_interval():
    scores = {"a": [0.7, 0.5, 0.9, 0.8], "b": [0.5, 0.6, 0.6, 0.4]}
    ahead = np.subtract(scores["a"], scores["b"])
    judged = Comparisons(scores, planned=2, test_share=0.2)
    expected = interval_over_splits(ahead, 0.975, 0.2)
    assert judged.interval("a", "b") == pytest.approx(expected)


@pytest.mark.parametrize("share", [0, 1, -0.2])
def test_a_share_that_leaves_nothing_is_refused(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        interval_over_splits([0.1, 0.2], 0.95, share)


def test_more_comparisons_make_wider_intervals():
    scores = {"a": [1.0, 2, 4], "b": [0.0, 2, 1]}
    widths = [np.ptp(Comparisons(scores, planned=n).interval("a", "b")) for n in (1, 9)]
    assert widths[0] < widths[1]


def test_clear_and_equal():
    rng = np.random.default_rng(0)
    scores = {"low": rng.normal(90, 0.3, 8), "lower": rng.normal(89.9, 0.3, 8)}
    scores["high"] = scores["low"] + 3 + rng.normal(0, 0.1, 8)
    judged = Comparisons(scores, planned=3)
    assert judged.clearly_better("high", "low")
    assert not judged.clearly_better("low", "high")
    assert judged.about_equal("low", "lower", margin=1)
    assert not judged.about_equal("high", "low", margin=1)
    assert len(judged.pairs) == 2, "asked twice, counted once"


def test_what_was_not_planned_is_refused():
    judged = Comparisons({"a": [1, 2], "b": [2, 3], "c": [3, 5]}, planned=1)
    judged.interval("a", "b")
    judged.interval("b", "a")
    with pytest.raises(
        ValueError, match="1 comparisons were planned, and 'b' with 'c'"
    ):
        judged.interval("b", "c")


@pytest.mark.parametrize(
    ("runs", "sentence"),
    [([1, 2, 3], "one result for each seed"), ([[1, 2]], "one result for each seed")],
)
def test_results_that_do_not_pair_are_refused(runs, sentence):
    with pytest.raises(ValueError, match=sentence):
        Comparisons({"a": [1, 2], "b": runs}, planned=1).interval("a", "b")


def test_one_run_gives_no_interval():
    with pytest.raises(ValueError, match="two runs or more"):
        Comparisons({"a": [1], "b": [2]}, planned=1).interval("a", "b")


def test_a_name_without_results_is_refused():
    with pytest.raises(KeyError, match="no results of 'c', only of a"):
        Comparisons({"a": [1, 2]}, planned=1).interval("a", "c")


@pytest.mark.parametrize("difference", [2.0, 1.0])
def test_so_many_seeds_make_it_clear_in_four_of_five_attempts(difference):
    seeds = seeds_needed(difference, spread=1.0, confidence=0.99)
    rng = np.random.default_rng(0)
    for count, least, most in ((seeds, 0.795, 1), (seeds - 1, 0, 0.805)):
        runs = rng.normal(difference, 1.0, (50_000, count))
        low, _ = interval_of_mean(runs, 0.99)
        assert least < np.mean(low > 0) < most


def test_small_differences_take_four_times_the_seeds():
    many, more = (seeds_needed(d, 1.0, confidence=0.95) for d in (0.1, 0.05))
    assert 3.9 < more / many < 4.1
    few, some = (seeds_needed(d, 1.0, confidence=0.95) for d in (4.0, 2.0))
    assert some / few < 2


@pytest.mark.parametrize(("difference", "spread"), [(0, 1), (1, 0), (-1, 1)])
def test_nothing_to_see_takes_no_number_of_seeds(difference, spread):
    with pytest.raises(ValueError, match="must be above 0"):
        seeds_needed(difference, spread, confidence=0.95)
