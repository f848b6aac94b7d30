"""The task `three_switches` of lesson 2, ReLU."""

import numpy as np

from utils.checking.comparing import NotComparable, as_plain
from utils.checking.describing import describe
from utils.checking.tasks import Task


def _examine_lamp(answer):
    """Try the hidden layer on 0, 1, 2 and 3 switches; None if the lamp is right."""
    try:
        parts = [np.asarray(as_plain(part), dtype=float) for part in answer]
    except (NotComparable, TypeError, ValueError):
        return "two lists of numbers are wanted: ([biases], [output weights])."
    if len(parts) != 2 or any(part.ndim != 1 for part in parts):
        return "two lists of numbers are wanted: ([biases], [output weights])."
    biases, weights = parts
    if len(biases) != len(weights):
        return (
            f"there are {len(biases)} biases and {len(weights)} output weights. Every "
            "hidden unit has one of each."
        )
    switches = np.arange(4)
    hidden = np.maximum(switches[:, np.newaxis] + biases, 0)
    lamp = hidden @ weights
    wrong = np.flatnonzero(~np.isclose(lamp, switches % 2, atol=1e-6))
    if not len(wrong):
        return None
    n = wrong[0]
    return (
        f"{_idea_behind(biases, lamp)}\nWith {n} on, the hidden units are "
        f"{describe(hidden[n])} and the output is {lamp[n]:.6g}. Right is {n % 2}."
    )


def _idea_behind(biases, lamp):
    if np.allclose(lamp, [0, 1, 0, -1]):
        return (
            "right up to 2. From there the line goes on falling; one more unit has to "
            "bend it up again."
        )
    if np.allclose(lamp, [1, 0, 1, 0]):
        return "just the other way round: the lamp is off when no switch is on."
    if np.array_equal(lamp > 1e-6, [False, True, False, True]):
        return (
            "right if the lamp is on wherever the output lies above 0. Here it is to "
            "be exactly 1 if the lamp is on, and 0 if it is off."
        )
    if np.any(biases > 0):
        return (
            "a bias above 0 wakes the unit even if all switches are off. To let it "
            "sleep until more are on, the bias must be negative."
        )
    if len(set(biases[biases > -3])) < 3:
        return (
            "each unit bends the line at one place, and equal biases bend it at the "
            "same one. Up, down and up again takes three."
        )
    return "the lamp is not right in every case."


three_switches = Task(
    "three_switches",
    code="""
    three_switches = ([0, -1, -2], [1, -2, 2])
    """,
    why="The units wake at 0, 1 and 2 switches. The output climbs by 1, then the "
    "second adds -2 to its slope, then the third +2.",
    hints=[
        "Draw the lamp over the number of switches that are on: up, down, up. Each "
        "hidden unit can bend the line at one place. Where does it have to bend?",
        "It starts at 0 and bends at 1 and at 2. A unit with the bias -1 sleeps up to "
        "1 and climbs from there.",
        "The slope is +1 at first and then -1: what must the second unit add to it? "
        "Then +1 again: and the third?",
    ],
    notice="Each hidden unit adds one bend. Four switches take one unit more, and so "
    "on: that is how a layer draws any zigzag.",
    examine=_examine_lamp,
)
