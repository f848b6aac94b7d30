"""The task `straight_cycle` of lesson 10, training better."""

import math

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _rate(step, steps, peak, start=0.05, end=0.0, up=0.3):
    places = [0, up * steps, steps]
    return np.interp(step, places, [start * peak, peak, end * peak])


straight_cycle = Task(
    "straight_cycle",
    code="""
    def straight_cycle(step, steps, peak):
        up = 0.3 * steps
        if step < up:
            return peak / 20 + (peak - peak / 20) * step / up
        return peak * (steps - step) / (steps - up)
    """,
    why="Up to 30 % of the way a line from peak / 20 to peak, behind that a line to "
    "0; both meet at the peak.",
    hints=[
        "Draw it first: three points, (0, peak / 20), (0.3 · steps, peak) and "
        "(steps, 0), and two lines between them.",
        "The way up: how far along is the step, as a share of 0.3 · steps? Add that "
        "share of the climb, peak - peak / 20, to the start.",
        "The way down: peak, times the share of the fall that is still to come. "
        "np.interp can do both at once.",
    ],
    notice="Half a cosine or a straight line: both take large steps in the middle "
    "and ever smaller ones at the end, and 0 comes with the last step. The lesson "
    "did not compare the two shapes.",
    cases=[
        given(0, 10, 1.0),
        given(3, 10, 1.0),
        given(10, 10, 1.0),
        given(1, 10, 1.0),
        given(5, 10, 1.0),
        given(60, 200, 0.015),
        given(130, 200, 0.015),
        given(199, 200, 0.4),
        given(0, 200, 0.4),
        given(30, 200, 0.4),
        given(12, 100, 0.02),
    ],
    mistakes=[
        (
            lambda step, steps, peak: _rate(step, steps, peak, start=0),
            "it begins at 0, where nothing is learned. It should begin at peak / 20.",
        ),
        (
            lambda step, steps, peak: (
                0.05 + (peak - 0.05) * step / (0.3 * steps)
                if step < 0.3 * steps
                else _rate(step, steps, peak)
            ),
            "0.05 is built in: the way up begins at a twentieth of `peak`, whatever "
            "the peak is.",
        ),
        (
            lambda step, steps, peak: (
                0.05 + 0.95 * peak * step / (0.3 * steps)
                if step < 0.3 * steps
                else _rate(step, steps, peak)
            ),
            "0.05 is built in: the way up begins at a twentieth of `peak`, whatever "
            "the peak is.",
        ),
        (
            lambda step, steps, peak: (
                0.05 + 0.95 * step / (0.3 * steps)
                if step < 0.3 * steps
                else _rate(step, steps, peak)
            ),
            "the way up leads to 1, whatever the peak is: multiply it by `peak`.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, end=0.05),
            "it ends where it began, at peak / 20. At the end it should be 0.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, up=0.5),
            "the peak stands in the middle; it should be reached after 30 % of the "
            "steps.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, up=0.7),
            "the way up takes 70 %, the fall 30 %. It is the other way round.",
        ),
        (
            lambda step, steps, peak: (
                _rate(step, steps, peak)
                if step < 0.3 * steps
                else peak * (1 - step / steps)
            ),
            "there is a jump at the peak: the fall is measured from step 0. It "
            "begins at 0.3 · steps, with the whole peak.",
        ),
        (
            lambda step, steps, peak: (
                _rate(step, steps, peak)
                if step < 0.3 * steps
                else peak * (1 - (step - 0.3 * steps) / steps)
            ),
            "the fall does not reach 0: it has only the steps behind the peak, not "
            "all of them.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, up=0.3 / steps),
            "the peak comes at once: 0.3 is a share of the steps, not a step.",
        ),
        (
            lambda step, steps, peak: (
                _rate(step, steps, peak)
                if step < 0.3 * steps
                else peak / 2 * (1 + math.cos(math.pi * (step / steps - 0.3) / 0.7))
            ),
            "this falls along half a cosine, as in the lesson. Asked is a straight "
            "line.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, end=1),
            "after the warm-up the rate stays where it is: the fall is missing.",
        ),
        (
            lambda step, steps, peak: (
                peak / 20 + peak * step / (0.3 * steps)
                if step < 0.3 * steps
                else _rate(step, steps, peak)
            ),
            "the way up overshoots: it begins at peak / 20, so only peak - peak / 20 "
            "is left to climb.",
        ),
    ],
)
