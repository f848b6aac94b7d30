"""Solution and mistakes run once for all answers, and no answer disturbs them."""

from tests.checking.samples import a_task
from utils.checking.cases import given
from utils.checking.verdicts import State


def counting(function, runs):
    """The function, noting in `runs` that it has run."""

    def counted(*arguments):
        runs.append(function)
        return function(*arguments)

    return counted


def test_however_many_answers_there_are_our_own_code_runs_once_a_case():
    def other_axis(values, axis=0):
        return values.sum(1 - axis)

    runs = []
    task = a_task(mistakes=[(counting(other_axis, runs), "the other axis.")])
    solution = task.reference.value
    task.reference.value = counting(solution, runs)
    for _ in range(3):
        assert "the other axis." in task.verdict(lambda v, axis=0: v.sum(1 - axis)).text
        assert task.verdict(lambda v, axis=0: v.sum(axis)).state is State.RIGHT
    assert runs.count(solution) == runs.count(other_axis) == len(task.cases) == 2


class Network:
    """What cannot be copied like an array is made anew for each answer."""

    weight = 3


def spoils_the_network(network):
    network.weight += 1
    return network.weight


def test_what_an_answer_does_to_a_network_harms_nobody():
    task = a_task(
        "weigh",
        "def weigh(network):\n    return network.weight",
        cases=lambda: [given(Network()), given(Network())],
        mistakes=[(lambda network: network.weight + 1, "one too many.")],
    )
    for _ in range(2):
        assert "one too many." in task.verdict(spoils_the_network).text
        assert task.verdict(lambda network: network.weight).state is State.RIGHT
