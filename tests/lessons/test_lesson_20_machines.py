"""What lesson 20 writes out does what it says."""

import numpy as np
import pytest

from tests.lessons.lesson_code import lesson_namespace
from utils.exercises import lesson_20 as exercise


@pytest.fixture(scope="module")
def lesson():
    return lesson_namespace("20_more_than_one_machine")


def test_slopes_are_those_of_the_mean(lesson):
    rng = np.random.default_rng(0)
    images = rng.uniform(size=(6, 28, 28, 1)).astype("float32")
    labels = rng.integers(0, 10, 6).astype("int32")
    network = lesson["small_network"]()
    each = [
        lesson["slopes"](network, images[k : k + 1], labels[k : k + 1])
        for k in range(6)
    ]
    whole = lesson["slopes"](network, images, labels)
    for part, slopes in enumerate(whole):
        mean = np.mean([one[part] for one in each], axis=0)
        np.testing.assert_allclose(slopes, mean, atol=1e-4)


def test_the_task_joins_unequal_parts(lesson):
    rng = np.random.default_rng(1)
    images = rng.uniform(size=(12, 28, 28, 1)).astype("float32")
    labels = rng.integers(0, 10, 12).astype("int32")
    network = lesson["small_network"]()
    parts = [slice(0, 3), slice(3, 12)]
    slopes = [lesson["slopes"](network, images[p], labels[p])[0].numpy() for p in parts]
    joined = exercise.whole_gradient.reference.value(slopes, [3, 9])
    whole = lesson["slopes"](network, images, labels)[0]
    np.testing.assert_allclose(joined, whole, atol=1e-4)


def test_the_median_time_leaves_the_first_out(lesson):
    calls = []
    assert lesson["seconds"](lambda: calls.append(1), times=3) >= 0
    assert len(calls) == 4


def test_the_model_of_cost_is_that_of_the_task(lesson):
    cost = lesson["step_seconds"]
    assert cost(1, 0.5, 0.01, 0.3) == 0.5
    assert cost(2, 0.5, 0.01, 0.3) == pytest.approx(0.25 + 0.02 + 0.3)
    best = exercise.best_number.reference.value(0.5, 0.001, 0.01, 16)
    assert best == 1 + np.argmin([cost(n, 0.5, 0.001, 0.01) for n in range(1, 17)])
