"""The task `largest_batch` of lesson 12b, from paper to Keras."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _largest(copies=4, size=4, each=1):
    """Counts with so many numbers for a parameter, bytes a number, maps a photo."""
    return lambda budget, parameters, maps: max(
        0, (budget // size - copies * parameters) // (each * maps)
    )


largest_batch = Task(
    "largest_batch",
    code="""
    def largest_batch(budget, parameters, maps):
        left = budget - 4 * 4 * parameters
        return max(0, left // (4 * maps))
    """,
    why="Four numbers of 4 bytes for each parameter are there once; what is left is "
    "shared out among the photos, whole ones only.",
    hints=[
        "Two kinds of memory: one is there once, the other for every photo.",
        "Once: a weight, its gradient and Adam's two averages, 4 bytes each, so "
        "16 bytes for each parameter.",
        "The rest, divided by the 4 · maps bytes of a photo and rounded down. If "
        "nothing is left, the answer is 0, not a negative number.",
    ],
    notice="Photos of half the side have a quarter of the places: then about four "
    "times as many fit.",
    cases=[
        given(400, 5, 3),
        given(80, 2, 3),
        given(31, 2, 3),
        given(20, 2, 3),
        given(44, 2, 3),
        given(8 * 10**9, 25_557_032, 30_000_000),
        given(8 * 10**9, 138_357_544, 15_000_000),
        given(10**9, 138_357_544, 15_000_000),
    ],
    mistakes=[
        (
            _largest(copies=1),
            "only the weights are counted: each has a gradient and Adam's two "
            "averages beside it, four numbers in all.",
        ),
        (
            _largest(copies=2),
            "Adam's two averages are missing: weight, gradient, and two more.",
        ),
        (
            _largest(copies=3),
            "one number is missing for each parameter: weight, gradient and *two* "
            "averages.",
        ),
        (_largest(copies=0), "the parameters need memory as well."),
        (_largest(size=1), "a number takes 4 bytes."),
        (
            lambda budget, parameters, maps: (budget - 16 * parameters) // (4 * maps),
            "where the parameters alone are too much, the answer is 0, not less.",
        ),
        (
            lambda budget, parameters, maps: max(
                0, -((16 * parameters - budget) // (4 * maps))
            ),
            "rounded up: the last photo does not fit.",
        ),
        (
            lambda budget, parameters, maps: budget // (16 * parameters + 4 * maps),
            "the parameters are there once, not for every photo.",
        ),
        (
            lambda budget, parameters, maps: max(
                0, (budget - 16 * parameters - 1) // (4 * maps)
            ),
            "exactly the budget is allowed.",
        ),
        (
            lambda budget, parameters, maps: max(
                0, (budget - 16 * parameters) / (4 * maps)
            ),
            "a batch has whole photos: round down.",
        ),
    ],
)
