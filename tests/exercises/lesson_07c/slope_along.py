"""Answers to `slope_along`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_07c as exercise


@right(exercise.slope_along)
def nudging_in_place(loss, weights, direction, nudge):
    weights += nudge * direction
    above = loss(weights)
    weights -= 2 * nudge * direction
    below = loss(weights)
    weights += nudge * direction
    return np.array([(above - below) / nudge / 2])


@right(exercise.slope_along)
def of_a_function_of_t(loss, weights, direction, nudge):
    def along(t):
        return loss(np.array(weights) + t * np.array(direction))

    return float(0.5 * along(nudge) / nudge - 0.5 * along(-nudge) / nudge)


@wrong(exercise.slope_along, "right, but it changes your `weights`")
def left_nudged(loss, weights, direction, nudge):
    weights += nudge * direction
    above = loss(weights)
    weights -= 2 * nudge * direction
    return (above - loss(weights)) / (2 * nudge)


@wrong(exercise.slope_along, "use the `nudge` that is given")
def a_tiny_nudge(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, direction, 1e-5)


@wrong(exercise.slope_along, "use the `nudge` that is given")
def a_small_nudge(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, direction, 1e-3)


@wrong(exercise.slope_along, "one-sided difference")
def one_sided(loss, weights, direction, nudge):
    return (loss(weights + nudge * direction) - loss(weights)) / nudge


@wrong(exercise.slope_along, "twice too large")
def one_nudge_apart(loss, weights, direction, nudge):
    return 2 * of_a_function_of_t(loss, weights, direction, nudge)


@wrong(exercise.slope_along, "is not yet a slope")
def difference_only(loss, weights, direction, nudge):
    return 2 * nudge * of_a_function_of_t(loss, weights, direction, nudge)


@wrong(exercise.slope_along, "the direction is not used yet")
def without_direction(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, np.ones_like(weights), nudge)


@wrong(exercise.slope_along, "Nudge all together")
def like_the_judge(loss, weights, direction, nudge):
    slopes = np.zeros(weights.shape)
    for place in np.ndindex(weights.shape):
        value = weights[place]
        weights[place] = value + nudge
        above = loss(weights)
        weights[place] = value - nudge
        slopes[place] = (above - loss(weights)) / (2 * nudge)
        weights[place] = value
    return np.sum(slopes * direction)


@wrong(exercise.slope_along, "the direction's length")
def of_unit_length(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, direction, nudge) / np.sqrt(
        np.sum(direction**2)
    )


@wrong(exercise.slope_along, "has the shape (2,); () is right")
def slopes_of_all(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, direction, nudge) * weights


@wrong(exercise.slope_along, "it stops with TypeError")
def loss_without_arguments(loss, weights, direction, nudge):
    return loss() / nudge


@wrong(exercise.slope_along, "slope_along")
def whole_weights(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights.astype(int), direction, nudge)
