"""Each solution with one slip: refused, or known to mean the same."""

import pytest

from tests.exercises.equal_mutants import EQUAL
from tests.exercises.lessons import TASKS, trains
from tests.exercises.mutations import mutants
from utils.checking.verdicts import State

PATIENCE = 0.05  # of a task's seconds, for a slip that never ends
SHORT = "def f(x, y):\n    "
# What trains is asked by `make bench-long QUESTION=mutants`: it takes minutes.
QUICK = [(number, task) for number, task in TASKS if not trains(number, task)]
IDS = [f"{number}-{task.name}" for number, task in QUICK]


def accepted(task, mutant):
    """Whether the check takes the mutant for right; what cannot run is refused."""
    page = {}
    try:
        exec(mutant.code, page)
    except Exception:
        return False  # the learner's own cell stops there
    return task.verdict(page[task.name]).state is State.RIGHT


@pytest.mark.long
@pytest.mark.parametrize(("number", "task"), QUICK, ids=IDS)
def test_a_slip_is_refused_or_means_the_same(number, task, monkeypatch):
    equal, alive = EQUAL.get(task.name, {}), set()
    for mutant in mutants(task.code):
        with monkeypatch.context() as patch:
            if mutant.slip not in equal:  # these end, and have all their time
                patch.setattr(task, "seconds", PATIENCE * task.seconds)
            if accepted(task, mutant):
                alive.add(mutant.slip)
    assert alive == set(equal)


@pytest.mark.parametrize("name", EQUAL)
def test_what_means_the_same_is_a_slip_and_says_why(name):
    (task,) = (task for _, task in TASKS if task.name == name)
    assert EQUAL[name].keys() <= {mutant.slip for mutant in mutants(task.code)}
    assert all(EQUAL[name].values())


def test_the_slips_are_of_each_kind():
    line = "return np.max(x.astype(float), axis=0) // (y - 1) <= 0.5"
    changed = {mutant.code.splitlines()[1].strip() for mutant in mutants(SHORT + line)}
    assert {
        line.replace("//", "/"),
        line.replace("y - 1", "y + 1"),
        line.replace("y - 1", "y - 2"),
        line.replace("<=", "<"),
        line.replace("0.5", "1.0"),
        line.replace("axis=0", "axis=1"),
        line.replace(", axis=0", ""),
        line.replace("max", "min"),
        line.replace("float", "int"),
        line.replace("astype(float)", "view()"),
    } <= changed


def test_a_slip_is_named_by_what_changed():
    made = mutants(SHORT + "return len(x) < 3 and y")
    (mutant,) = (one for one in made if "<= 3" in one.code)
    assert mutant.slip == "return len(x) <[ → =] 3 and y"
