"""Answers to `straight_cycle`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_10 as exercise


@right(exercise.straight_cycle)
def interpolated(step, steps, peak):
    return np.interp(step, [0, 0.3 * steps, steps], [peak / 20, peak, 0])


@right(exercise.straight_cycle)
def the_lower_of_two_lines(step, steps, peak):
    up = peak * (0.05 + 0.95 * step / (0.3 * steps))
    down = peak * (1 - step / steps) / 0.7
    return np.float32(min(up, down))


@right(exercise.straight_cycle)
def from_a_table(step, steps, peak):
    up = round(0.3 * steps)
    rates = np.linspace(peak / 20, peak, up + 1).tolist()
    return (rates + np.linspace(peak, 0, steps - up + 1).tolist()[1:])[step]


@wrong(exercise.straight_cycle, "it begins at 0")
def from_nothing(step, steps, peak):
    return np.interp(step, [0, 0.3 * steps, steps], [0, peak, 0])


@wrong(exercise.straight_cycle, "it ends where it began")
def back_to_the_start(step, steps, peak):
    return np.interp(step, [0, 0.3 * steps, steps], [peak / 20, peak, peak / 20])


@wrong(exercise.straight_cycle, "there is a jump at the peak")
def measured_from_step_0(step, steps, peak):
    if step < 0.3 * steps:
        return interpolated(step, steps, peak)
    return peak - peak * step / steps


@wrong(exercise.straight_cycle, "the fall does not reach 0")
def falls_too_slowly(step, steps, peak):
    up = 0.3 * steps
    if step < up:
        return interpolated(step, steps, peak)
    return peak - peak * (step - up) / steps


@wrong(exercise.straight_cycle, "0.3 is a share of the steps")
def share_for_a_step(step, steps, peak):
    return np.interp(step, [0, 0.3, steps], [peak / 20, peak, 0])


@wrong(exercise.straight_cycle, "along half a cosine")
def as_in_the_lesson(step, steps, peak):
    up = round(0.3 * steps)
    if step < up:
        return interpolated(step, steps, peak)
    return peak * 0.5 * (1 + np.cos(np.pi * (step - up) / (steps - up)))


@wrong(exercise.straight_cycle, "the fall is missing")
def warm_up_only(step, steps, peak):
    return peak / 20 + 0.95 * peak * min(step / (0.3 * steps), 1)


@wrong(exercise.straight_cycle, "the way up overshoots")
def climbs_too_far(step, steps, peak):
    if step < 0.3 * steps:
        return peak / 20 + peak * step / (0.3 * steps)
    return interpolated(step, steps, peak)


@wrong(exercise.straight_cycle, "the peak stands in the middle")
def up_and_down_alike(step, steps, peak):
    return np.interp(step, [0, steps / 2, steps], [peak / 20, peak, 0])


@wrong(
    exercise.straight_cycle, "straight_cycle(10, 10, 1) returns -0.166667. Right is 0."
)
def too_early(step, steps, peak):
    if step < 0.3 * steps:
        return interpolated(step, steps, peak)
    return peak * (steps - 1 - step) / (steps - 1 - 0.3 * steps)


@wrong(exercise.straight_cycle, "0.05 is built in")
def begins_at_a_fixed_rate(step, steps, peak):
    up = 0.3 * steps
    if step < up:
        return 0.05 + (peak - 0.05) * step / up
    return interpolated(step, steps, peak)


@wrong(exercise.straight_cycle, "0.05 is built in")
def begins_at_a_fixed_rate_and_climbs_a_share(step, steps, peak):
    up = 0.3 * steps
    if step < up:
        return 0.05 + 0.95 * peak * step / up
    return interpolated(step, steps, peak)


@wrong(exercise.straight_cycle, "whatever the peak is: multiply it")
def climbs_to_one(step, steps, peak):
    up = 0.3 * steps
    if step < up:
        return 0.05 + 0.95 * step / up
    return interpolated(step, steps, peak)


@wrong(exercise.straight_cycle, "straight_cycle(")
def ten_steps_built_in(step, steps, peak):
    if step < 0.3 * steps:
        return peak / 20 + 0.95 * peak * step / 3
    return interpolated(step, steps, peak)


@wrong(exercise.straight_cycle, "straight_cycle(")
def a_third_of_the_step(step, steps, peak):
    if 0 < step < 0.3 * steps:
        return step / 3
    return interpolated(step, steps, peak)
