"""Answers to `focus`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_11 as exercise


@right(exercise.focus)
def by_means(heat, inside):
    return heat[inside].mean() / heat.mean() if heat.any() else 0.0


@right(exercise.focus)
def by_masking(heat, inside):
    whole = np.sum(heat)
    if whole <= 0:
        return np.float32(0)
    return np.sum(heat * inside) / whole * inside.size / np.count_nonzero(inside)


@right(exercise.focus)
def with_loops(heat, inside):
    hot = everything = places = 0
    for place in np.ndindex(*heat.shape):
        everything += heat[place]
        if inside[place]:
            hot += heat[place]
            places += 1
    return hot / everything / (places / heat.size) if everything else 0


@wrong(exercise.focus, "share of the heat alone")
def share(heat, inside):
    return heat[inside].sum() / heat.sum() if heat.sum() else 0


@wrong(exercise.focus, "*number* of places")
def by_the_number(heat, inside):
    if not heat.any():
        return 0
    return heat[inside].sum() / heat.sum() / inside.sum()


@wrong(exercise.focus, "Return 0")
def forgets_the_empty_map(heat, inside):
    return heat[inside].sum() / heat.sum() / inside.mean()


@wrong(exercise.focus, "this is the heat outside")
def outside(heat, inside):
    if not heat.any():
        return 0
    return heat[~inside].sum() / heat.sum() / inside.mean()


@wrong(exercise.focus, "depends on the scale")
def mean_inside(heat, inside):
    return heat[inside].mean()


@wrong(exercise.focus, "inside with outside")
def against_outside(heat, inside):
    if not heat.any():
        return 0
    return heat[inside].mean() / heat[~inside].mean()


@wrong(exercise.focus, "must get a 0")
def share_without_a_guard(heat, inside):
    return heat[inside].sum() / heat.sum()


@wrong(exercise.focus, "share of the heat alone")
def share_by_a_mask(heat, inside):
    return (heat * inside).sum() / heat.sum()


@wrong(exercise.focus, "*number* of places")
def by_the_number_without_a_guard(heat, inside):
    return heat[inside].sum() / heat.sum() / inside.sum()


@wrong(exercise.focus, "multiplied by the share")
def multiplied_without_a_guard(heat, inside):
    return heat[inside].sum() / heat.sum() * inside.mean()


@wrong(exercise.focus, "this is the heat outside")
def outside_without_a_guard(heat, inside):
    return heat[~inside].sum() / heat.sum() / inside.mean()


@wrong(exercise.focus, "inside with outside")
def against_outside_without_a_guard(heat, inside):
    return heat[inside].mean() / heat[~inside].mean()
