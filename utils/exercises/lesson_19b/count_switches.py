"""The task `count_switches` of dive 19b, where did it go."""

import itertools

from utils.checking.cases import given
from utils.checking.tasks import Task


def _changes(names):
    return sum(one != other for one, other in itertools.pairwise(names))


def _seen(names):
    return [name for name in names if name >= 0]


count_switches = Task(
    "count_switches",
    code="""
    def count_switches(names):
        seen = [name for name in names if name >= 0]
        return sum(one != other for one, other in zip(seen, seen[1:]))
    """,
    why="Frames without a track drop out; then each change of number is a switch.",
    hints=[
        "What does a frame without a track change? Nothing: leave those out first.",
        "Then compare each number with the one before.",
    ],
    notice="A gap costs no switch by itself: it is a miss in every frame, and MOTA "
    "counts those already.",
    cases=[
        given([5]),
        given([0, 0, 1]),
        given([4, 4, -1, 4]),
        given([4, -1, -1, 7, 7]),
        given([1, 2, 1]),
        given([-1, -1, 3, 3]),
        given([2, 0, -1, 0, 3, -1]),
        given([-1, -1]),
        given([]),
    ],
    mistakes=[
        (
            lambda names: _changes(list(names)),
            "a gap counts as a switch. Only another number does.",
        ),
        (
            lambda names: len(set(_seen(names))) - 1 if _seen(names) else 0,
            "different numbers are counted: 1, 2, 1 are two switches.",
        ),
        (
            lambda names: sum(name != _seen(names)[0] for name in _seen(names)),
            "each number is compared with the first. Compare it with the one before.",
        ),
        (
            lambda names: _changes([name for name in names if name > 0]),
            "track 0 is a track: only −1 is none.",
        ),
        (
            lambda names: sum(
                one != other and other >= 0 and one >= 0
                for one, other in itertools.pairwise(names)
            ),
            "a switch over a gap is lost: remember the last number.",
        ),
    ],
)
