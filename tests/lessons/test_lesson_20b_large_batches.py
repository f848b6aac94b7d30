"""What dive 20b writes out does what it says, and what it says was measured."""

import numpy as np
import pytest

from tests.lessons.lesson_code import lesson_namespace
from utils.exercises import lesson_20b as exercise
from utils.files.results import load_result


@pytest.fixture(scope="module")
def lesson():
    return lesson_namespace("20b_large_batches")


@pytest.fixture(scope="module")
def runs():
    return load_result("batches")["runs"]


def test_a_parabola_shrinks_by_the_same_share_in_each_step(lesson):
    assert lesson["descend"](3.0, 0.25, 4) == pytest.approx(3 * 0.75**4)
    assert (
        abs(lesson["descend"](1.0, 2.01, 9)) > 1 > abs(lesson["descend"](1.0, 1.99, 9))
    )


def test_every_best_rate_is_the_best_of_those_tried(runs):
    for equal in ("digits", "steps"):
        for size in (8, 32, 128, 512):
            here = [r for r in runs if (r["equal"], r["batch"]) == (equal, size)]
            tried = {}
            for run in here:
                if run["way"] == "tuning":
                    tried.setdefault(run["rate"], []).append(run["right"])
            assert {len(right) for right in tried.values()} == {3}
            best = max(tried, key=lambda rate: np.mean(tried[rate]))
            assert {r["rate"] for r in here if r["way"] == "own"} == {best}
            assert min(tried) < best < max(tried)


def test_seeds_that_choose_do_not_judge(runs):
    tuning = {r["seed"] for r in runs if r["way"] == "tuning"}
    assert not tuning & {r["seed"] for r in runs if r["way"] != "tuning"}


def test_equal_is_what_is_called_equal(runs):
    seen = {r["batch"] * r["steps"] for r in runs if r["equal"] == "digits"}
    steps = {r["steps"] for r in runs if r["equal"] == "steps"}
    assert len(seen) == len(steps) == 1


def test_a_warm_up_ends_at_the_rate():
    rates = exercise.warmed_up.reference.value(0.1, 0.8, 7, 12)
    assert rates[0] == 0.1 and np.allclose(np.diff(rates[:8]), 0.1)
    assert rates[7:] == pytest.approx([0.8] * 5)
