"""Answers to `safe_dice`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15d as exercise


@right(exercise.safe_dice)
def picture_by_picture(truth, shares, extra):
    losses = []
    for t, s in zip(truth, shares, strict=True):
        losses.append(1 - (2 * (t * s).sum() + extra) / (t.sum() + s.sum() + extra))
    return sum(losses) / len(losses)


@right(exercise.safe_dice)
def flattened(truth, shares, extra):
    t, s = (part.reshape(len(part), -1).astype("float32") for part in (truth, shares))
    shared = np.einsum("ij,ij->i", t, s)
    score = (2 * shared + extra) / ((t + s).sum(1) + extra)
    return 1 - score.mean()


@wrong(exercise.safe_dice, "all pictures are added up together")
def as_one(truth, shares, extra):
    both = truth.sum() + shares.sum()
    return 1 - (2 * (truth * shares).sum() + extra) / (both + extra)


@wrong(exercise.safe_dice, "take the mean")
def a_list(truth, shares, extra):
    return [
        1 - (2 * (t * s).sum() + extra) / (t.sum() + s.sum() + extra)
        for t, s in zip(truth, shares, strict=True)
    ]


@wrong(exercise.safe_dice, "this is the score")
def score(truth, shares, extra):
    return 1 - picture_by_picture(truth, shares, extra)


@wrong(exercise.safe_dice, "above the line, too")
def guards_the_division_only(truth, shares, extra):
    shared = (truth * shares).sum(axis=(1, 2))
    return (1 - 2 * shared / ((truth + shares).sum(axis=(1, 2)) + extra)).mean()


@wrong(exercise.safe_dice, "counts twice above the line")
def once(truth, shares, extra):
    shared = (truth * shares).sum(axis=(1, 2))
    both = (truth + shares).sum(axis=(1, 2))
    return (1 - (shared + extra) / (both + extra)).mean()


@wrong(exercise.safe_dice, "not here")
def as_in_v_net(truth, shares, extra):
    shared = (truth * shares).sum(axis=(1, 2))
    both = (truth**2 + shares**2).sum(axis=(1, 2))
    return (1 - (2 * shared + extra) / (both + extra)).mean()
