"""What an answer gives is judged the same as data as it is in place."""

import json

import numpy as np
import pytest

from tests.exercises.collected import RIGHT
from tests.exercises.lessons import TASKS
from tools.grading import evidence
from utils.checking.verdicts import State
from utils.exercises import lesson_01


@pytest.mark.long
@pytest.mark.parametrize(
    ("number", "task"),
    TASKS,
    ids=[f"{number}-{task.name}" for number, task in TASKS],
)
def test_right_answers_are_right_as_data_too(number, task):
    if not evidence.is_confirmable(task):
        pytest.skip("is judged where the answer is")
    for answer in (task.reference.value, *RIGHT[task]):
        data = json.loads(json.dumps(evidence.record(task, answer)))
        verdict = evidence.confirm(task, data)
        assert verdict.state is State.RIGHT, verdict.text


@pytest.mark.parametrize("value", [1.5, [[1, 2], [3, 4]], "ab", True, (1, [2, 3])])
def test_results_travel_as_data(value):
    plain = evidence.as_plain(value)
    arrived = evidence._decoded(json.loads(json.dumps(evidence._encoded(plain))))
    np.testing.assert_equal(arrived, plain)


@pytest.mark.parametrize(
    "item",
    [
        None,
        7,
        {},
        {"parts": 3},
        {"dtype": "O", "shape": [1], "data": ""},
        {"dtype": "<f8", "shape": [10**9], "data": "AAAA"},
        {"dtype": "<f8", "shape": [10**30], "data": ""},
        {"dtype": "<f8", "shape": [0, 10**18], "data": ""},
        {"dtype": "<U1", "shape": [0], "data": ""},
        {"dtype": "<c16", "shape": [], "data": "A" * 24},
        {"dtype": "no such", "shape": [1], "data": ""},
    ],
)
def test_results_that_make_no_sense_are_wrong(item):
    verdict = evidence.confirm(lesson_01.sobel_y, [item])
    assert verdict.state is State.WRONG
