"""Answers to `who_is_on_top`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15f as exercise


@right(exercise.who_is_on_top)
def with_the_ground_as_a_mask(masks):
    ground = np.full((1, *masks.shape[1:]), 0.5)
    return np.argmax(np.concatenate([ground, masks]), axis=0)


@right(exercise.who_is_on_top)
def one_after_the_other(masks):
    objects = np.zeros(masks.shape[1:], dtype=int)
    best = np.full(masks.shape[1:], 0.5)
    for number, mask in enumerate(masks, start=1):
        objects[mask > best] = number
        best = np.maximum(best, mask)
    return objects


@wrong(exercise.who_is_on_top, "the ground is missing")
def everybody(masks):
    return 1 + np.argmax(masks, axis=0)


@wrong(exercise.who_is_on_top, "numbered from 1")
def from_zero(masks):
    return np.argmax(masks, axis=0) * (np.max(masks, axis=0) > 0.5)


@wrong(exercise.who_is_on_top, "The surest one shall")
def in_order(masks):
    objects = np.zeros(masks.shape[1:], dtype=int)
    for number, mask in enumerate(masks, start=1):
        objects[mask > 0.5] = number
    return objects


@wrong(exercise.who_is_on_top, "this counts the masks")
def counted(masks):
    return np.sum(masks > 0.5, axis=0)
