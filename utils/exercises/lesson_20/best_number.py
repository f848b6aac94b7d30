"""The task `best_number` of lesson 20, more than one machine."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _seconds(n, compute, latency, transfer):
    return compute / n + 2 * (n - 1) * latency + 2 * (n - 1) / n * transfer


def _best(seconds, most):
    return min(range(1, most + 1), key=seconds)


best_number = Task(
    "best_number",
    code="""
    def best_number(compute, latency, transfer, most):
        def seconds(n):
            return compute / n + 2 * (n - 1) * latency + 2 * (n - 1) / n * transfer

        return min(range(1, most + 1), key=seconds)
    """,
    why="The formula gives the seconds of a step for each number of workers; min with "
    "a "
    "key returns the number, not the seconds, and the first of several that are equal.",
    hints=[
        "step_seconds above is the formula: print it for n = 1, 2, 3, 4.",
        "range(1, most + 1) holds all numbers of workers, the last one too.",
        "min(numbers, key=function) gives the number for which the function is least.",
    ],
    notice="Twice as many machines are never twice as fast, and from some number on "
    "they "
    "are slower. A larger batch moves that number up: more to compute for the same "
    "gradients.",
    cases=[
        given(1.0, 0.0, 0.1, 4),
        given(0.001, 0.002, 0.001, 8),
        given(1.0, 0.01, 0.1, 16),
        given(0.1, 0.001, 0.2, 8),
        given(0.3, 0.0, 0.15, 4),
        given(1.0, 0.005, 0.2, 64),
    ],
    mistakes=[
        (
            lambda compute, latency, transfer, most: most,
            "the most is not always the best: what do the others cost?",
        ),
        (
            lambda compute, latency, transfer, most: _seconds(
                _best(lambda n: _seconds(n, compute, latency, transfer), most),
                compute,
                latency,
                transfer,
            ),
            "these are the seconds; wanted is the number of workers.",
        ),
        (
            lambda compute, latency, transfer, most: (
                _best(lambda n: _seconds(n, compute, latency, transfer), most) - 1
            ),
            "one too few: the first place of a list has the number 0, but it stands "
            "for "
            "one worker.",
        ),
        (
            lambda compute, latency, transfer, most: _best(
                lambda n: _seconds(n, compute, 0, transfer), most
            ),
            "the latency is not counted.",
        ),
        (
            lambda compute, latency, transfer, most: _best(
                lambda n: _seconds(n, compute, latency, 0), most
            ),
            "the transfer is not counted.",
        ),
        (
            lambda compute, latency, transfer, most: _best(
                lambda n: _seconds(n, n * compute, latency, transfer), most
            ),
            "the computing is not shared out: divide it by the number of workers.",
        ),
        (
            lambda compute, latency, transfer, most: _best(
                lambda n: _seconds(n, compute, latency, transfer), most - 1
            ),
            "the largest number of workers is left out.",
        ),
    ],
)
