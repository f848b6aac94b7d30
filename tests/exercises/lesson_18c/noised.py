"""Answers to `noised`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_18c as exercise


@right(exercise.noised)
def by_a_loop(picture, luck, betas):
    kept = 1.0
    for beta in betas:
        kept *= 1 - beta
    return kept**0.5 * picture + (1 - kept) ** 0.5 * luck


@right(exercise.noised)
def by_logs(picture, luck, betas):
    kept = np.exp(np.log1p(-betas).sum())
    return np.sqrt(kept) * picture + np.sqrt(max(1 - kept, 0)) * luck


@wrong(exercise.noised, "these are the shares")
def no_roots(picture, luck, betas):
    kept = np.prod(1 - betas)
    return kept * picture + (1 - kept) * luck


@wrong(exercise.noised, "What stays")
def the_wrong_share(picture, luck, betas):
    kept = np.prod(betas)
    return np.sqrt(kept) * picture + np.sqrt(1 - kept) * luck


@wrong(exercise.noised, "one step alone")
def last_step(picture, luck, betas):
    return np.sqrt(1 - betas[-1]) * picture + np.sqrt(betas[-1]) * luck


@wrong(exercise.noised, "changed places")
def swapped(picture, luck, betas):
    return by_a_loop(luck, picture, betas)


@wrong(exercise.noised, "fills up only")
def luck_as_it_is(picture, luck, betas):
    return np.sqrt(np.prod(1 - betas)) * picture + luck
