"""An answer that is right but changes what it is given is told so, by its name."""

import numpy as np
import pytest

from tests.checking.samples import a_task
from utils.checking.cases import given
from utils.checking.verdicts import State

LISTED = "def summed(values, axis=0):\n    return sum(values)"


def in_place(image, axis=0):
    image -= 1
    return image.sum(axis) + image.shape[axis]


def text_on(task, answer):
    verdict = task.verdict(answer)
    assert verdict.state is State.WRONG
    return verdict.text


def test_a_changed_array_is_named_as_the_learner_names_it():
    text = text_on(a_task(), in_place)
    assert text.startswith(
        "✗ summed: right, but it changes your `image`: work on a copy.\nThe call was"
    )
    assert text.endswith(
        "Afterwards image = [[0. 0. 0.]\n                    [0. 0. 0.]]"
    )


def test_without_names_it_is_named_as_in_the_text():
    assert "your `values`: work on" in text_on(a_task(), lambda *a: in_place(*a))


def shortened(values):
    total = sum(values)
    values.pop()
    return total


def sorted_in_place(values):
    values.sort(reverse=True)
    return sum(values)


@pytest.mark.parametrize("answer", [shortened, sorted_in_place])
def test_a_changed_list_is_named(answer):
    task = a_task(code=LISTED, cases=[given([1, 2, 3])])
    assert "changes your `values`: work on a copy" in text_on(task, answer)


def deep_in_a_list(values):
    total = sum(part["n"] for part in values)
    values[0]["n"] = 0
    return total


def test_a_change_deep_inside_is_noticed():
    code = "def summed(values):\n    return sum(part['n'] for part in values)"
    task = a_task(code=code, cases=[given([{"n": 2}, {"n": float("nan")}])])
    assert "changes your `values`" in text_on(task, deep_in_a_list)
    assert task.verdict(lambda parts: sum(p["n"] for p in parts)).state is State.RIGHT


class Network:
    """What has weights, like a model of Keras."""

    def __init__(self):
        self.weight = np.array([3.0])

    def get_weights(self):
        return [self.weight]


def test_changed_weights_are_noticed():
    def tuned(network):
        network.weight += 1
        return network.weight[0] - 1

    code = "def weigh(network):\n    return network.weight[0]"
    task = a_task("weigh", code, cases=lambda: [given(Network())])
    assert "changes your `network`" in text_on(task, tuned)
    assert task.verdict(lambda net: net.weight.copy()).state is State.RIGHT


def test_what_is_put_back_has_not_changed():
    def puts_back(image, axis=0):
        image += 1
        total = image.sum(axis) - image.shape[axis]
        image -= 1
        return total

    assert a_task().verdict(puts_back).state is State.RIGHT


def test_a_mistake_comes_first_and_the_change_behind_it():
    def both(values, axis=0):
        values *= 2
        return values.sum(1 - axis) / 2

    mistakes = [(lambda values, axis=0: values.sum(1 - axis), "the other axis.")]
    text = text_on(a_task(mistakes=mistakes), both)
    assert text.startswith("✗ summed: the other axis.")
    assert text.endswith("(It also changes your `values`: work on a copy.)")


def test_a_change_counts_before_an_examination():
    task = a_task(examine=lambda answer: "too slow.")
    assert "changes your `image`" in text_on(task, in_place)
