"""The task `slope_along` of lesson 7c, nudges and steps."""

import numpy as np

from utils.checking.cases import given
from utils.checking.named import Named
from utils.checking.tasks import Task

SQUARES = Named("sum_of_squares", lambda w: np.sum(w**2))
FOURTH = Named("sum_of_fourth_powers", lambda w: np.sum(w**4))
PRODUCT = Named("product", np.prod)
HALVES = np.array([[[0.5, 1, -1.5], [1, 0.5, 2]]])


def _difference(loss, weights, up, down):
    return loss(weights + up) - loss(weights - down)


def _number_by_number(loss, weights, direction, nudge):
    steps = np.eye(weights.size).reshape(-1, *weights.shape) * nudge
    slopes = [_difference(loss, weights, step, step) / (2 * nudge) for step in steps]
    return np.sum(np.reshape(slopes, weights.shape) * direction)


slope_along = Task(
    "slope_along",
    code="""
    def slope_along(loss, weights, direction, nudge):
        step = nudge * direction
        return (loss(weights + step) - loss(weights - step)) / (2 * nudge)
    """,
    why="The central difference again, only that all weights are nudged at once, "
    "each by its share of the direction.",
    hints=[
        "Lesson 7's judge nudges one number up and down. Nudge all of them "
        "together, by nudge times the direction.",
        "loss(weights + nudge * direction) is the loss above. What is it below, and "
        "how far apart are the two, in nudges?",
    ],
    notice="Two calls of the loss, however many weights there are. A right gradient "
    "g must give the same as np.sum(g * direction); try a few random directions, and "
    "hardly any bug gets through.",
    cases=[
        given(SQUARES, np.array([1.0]), np.array([1.0]), 0.5),
        given(SQUARES, np.array([1.0, 2.0]), np.array([3.0, 0.0]), 0.5),
        given(FOURTH, np.array([1.0, -2.0]), np.array([1.0, 1.0]), 0.1),
        given(
            PRODUCT,
            np.array([[1.0, 2.0], [3.0, 4.0]]),
            np.array([[0.0, 1], [2, -1]]),
            0.1,
        ),
        given(FOURTH, np.arange(-3.0, 3).reshape(1, 2, 3) / 2, HALVES, 0.25),
    ],
    mistakes=[
        (
            lambda loss, w, d, nudge: _difference(loss, w, nudge * d, 0) / nudge,
            "this is a one-sided difference: it sees the curve's bend. Nudge down as "
            "well as up.",
        ),
        (
            lambda loss, w, d, nudge: (
                _difference(loss, w, nudge * d, nudge * d) / nudge
            ),
            "twice too large: from below to above it is two nudges.",
        ),
        (
            lambda loss, w, d, nudge: _difference(loss, w, nudge * d, nudge * d),
            "how much the loss has moved is not yet a slope: divide by how far apart "
            "the two places are.",
        ),
        (
            lambda loss, w, d, nudge: _difference(loss, w, nudge, nudge) / (2 * nudge),
            "the direction is not used yet: every weight is nudged by the same.",
        ),
        (
            lambda loss, w, d, nudge: (
                _difference(loss, w, nudge * d, nudge * d)
                / (2 * nudge * np.linalg.norm(d))
            ),
            "divided by the direction's length too. Take the direction as it is: "
            "twice as long, twice the slope.",
        ),
        (
            lambda loss, w, d, nudge: _difference(loss, w, 1e-5 * d, 1e-5 * d) / 2e-5,
            "this takes a nudge of its own: use the `nudge` that is given.",
        ),
        (
            _number_by_number,
            "this nudges every number by itself: two calls of the loss for each "
            "weight, and other numbers where a product of weights counts. Nudge all "
            "together.",
        ),
    ],
)
