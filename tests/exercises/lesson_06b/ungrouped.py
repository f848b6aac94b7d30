"""Answers to `ungrouped`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_06b as exercise


@right(exercise.ungrouped)
def filter_by_filter(filters, groups):
    height, width, few, many = filters.shape
    whole = np.zeros((height, width, few * groups, many))
    for f in range(many):
        first = f * groups // many * few
        whole[:, :, first : first + few, f] = filters[:, :, :, f]
    return whole


@right(exercise.ungrouped)
def by_a_mask(filters, groups):
    _, _, few, many = filters.shape
    own = np.kron(np.eye(groups), np.ones((few, many // groups)))
    return np.tile(filters, (1, 1, groups, 1)) * own


@wrong(exercise.ungrouped, "must not read those of the other groups")
def repeated(filters, groups):
    return np.concatenate([filters] * groups, axis=2)


@wrong(exercise.ungrouped, "the groups are in reverse")
def reversed_groups(filters, groups):
    return (
        by_a_mask(filters, groups)[:, :, ::-1]
        .reshape(*filters.shape[:2], groups, filters.shape[2], -1)[:, :, :, ::-1]
        .reshape(*filters.shape[:2], -1, filters.shape[3])
    )


@wrong(exercise.ungrouped, "every group reads the first channels")
def first_channels(filters, groups):
    height, width, few, many = filters.shape
    whole = np.zeros((height, width, few * groups, many))
    whole[:, :, :few] = filters
    return whole


@wrong(exercise.ungrouped, "a weight for all channels")
def as_they_were(filters, groups):
    return filters * 1.0


@wrong(exercise.ungrouped, "is right")
def along_the_channels_out(filters, groups):
    height, width, few, many = filters.shape
    whole = np.zeros((height, width, few, many * groups))
    whole[..., :many] = filters
    return whole
