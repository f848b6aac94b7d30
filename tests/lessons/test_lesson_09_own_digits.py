"""Lesson 9's network reads digits as people photograph them, or they are refused."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import pytest

from tests.files.digit_reading import holds, lesson_9_network, outcomes
from tests.files.photographed_digits import KINDS

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def network():
    return lesson_9_network()


@pytest.mark.parametrize("kind", KINDS)
def test_nine_in_ten_are_right_or_refused_and_few_are_sure_and_wrong(
    kind, network, tmp_path
):
    counts = outcomes(kind, network, tmp_path)
    assert holds(counts), counts
