"""The task `warmed_up` of dive 20b, large batches and the learning rate."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _rise(start, rate, warm, steps, shift=0):
    done = [min(1, (step + shift) / warm) for step in range(steps)]
    return [start + (rate - start) * part for part in done]


warmed_up = Task(
    "warmed_up",
    code="""
    def warmed_up(start, rate, warm, steps):
        rates = []
        for step in range(steps):
            done = min(1, step / warm)
            rates.append(start + (rate - start) * done)
        return rates
    """,
    why="The part of the warm-up that is done grows from 0 to 1 and stays there; the "
    "rate goes the same part of the way from start to rate.",
    hints=[
        "Which part of the warm-up is done at step 0, at step warm / 2, at step warm, "
        "and after it?",
        "step / warm, but never more than 1.",
        "start plus that part of (rate - start).",
    ],
    notice="Goyal and others began at the rate of the small batch and took five epochs "
    "to reach the one of the large batch.",
    cases=[
        given(0.0, 1.0, 2, 4),
        given(0.1, 0.8, 1, 3),
        given(0.1, 3.2, 5, 9),
        given(0.5, 1.0, 8, 4),
    ],
    mistakes=[
        (
            lambda start, rate, warm, steps: [rate] * steps,
            "no warm-up yet: the first rates are lower.",
        ),
        (
            lambda start, rate, warm, steps: _rise(0, rate, warm, steps),
            "it begins at start, not at zero.",
        ),
        (
            lambda start, rate, warm, steps: [
                start + (rate - start) * step / warm for step in range(steps)
            ],
            "after the warm-up the rate stays: here it goes on rising.",
        ),
        (
            lambda start, rate, warm, steps: _rise(start, rate, warm, steps, 1),
            "one step too early: step 0 still has the rate start.",
        ),
        (
            lambda start, rate, warm, steps: _rise(start, rate, steps, steps),
            "the warm-up takes `warm` steps, not the whole training.",
        ),
        (
            lambda start, rate, warm, steps: _rise(start, start + rate, warm, steps),
            "it ends above rate: what is added is the way from start to rate.",
        ),
    ],
)
