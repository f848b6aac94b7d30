"""Lesson 9's network reads digits as people photograph them, or they are refused."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import pytest

from tests.files.digit_reading import holds, outcomes
from tests.files.photographed_digits import KINDS
from tests.lessons import lesson_09_network
from tests.lessons.lesson_09_network import stored_network
from tests.lessons.lesson_code import cell_sources

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def network():
    return stored_network()


@pytest.mark.parametrize("kind", KINDS)
def test_nine_in_ten_are_right_or_refused_and_few_are_sure_and_wrong(
    kind, network, tmp_path
):
    counts = outcomes(kind, network, tmp_path, per_digit=1)
    assert holds(counts), counts


def test_the_stored_network_is_the_one_that_the_lesson_trains(monkeypatch):
    monkeypatch.setattr(lesson_09_network, "cell_sources", changed_sources)
    with pytest.raises(ValueError, match="has changed since lesson_09"):
        stored_network()


def changed_sources(lesson):
    sources = cell_sources(lesson)
    return sources | {"compile": sources["compile"].replace("0.003", "0.001")}
