"""Answers to `composite`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15e as exercise


@right(exercise.composite)
def from_the_background(picture, alpha, background):
    return background + alpha[:, :, None] * (picture - background)


@right(exercise.composite)
def with_loops(picture, alpha, background):
    mixed = np.zeros(picture.shape)
    for row in range(alpha.shape[0]):
        for column in range(alpha.shape[1]):
            for channel in range(3):
                share = alpha[row, column]
                mixed[row, column, channel] = (
                    share * picture[row, column, channel]
                    + (1 - share) * background[row, column, channel]
                )
    return mixed


@right(exercise.composite)
def by_channels(picture, alpha, background):
    channels = [
        alpha * picture[..., k] + (1 - alpha) * background[..., k] for k in range(3)
    ]
    return np.stack(channels, axis=-1).astype(np.float32)


@wrong(exercise.composite, "exchanged")
def exchanged(picture, alpha, background):
    share = alpha[..., None]
    return share * background + (1 - share) * picture


@wrong(exercise.composite, "hard threshold")
def hard(picture, alpha, background):
    return np.where(alpha[..., None] >= 0.5, picture, background)


@wrong(exercise.composite, "the background is missing")
def without_background(picture, alpha, background):
    return alpha[..., None] * picture


@wrong(exercise.composite, "the background comes in whole")
def whole_background(picture, alpha, background):
    return alpha[..., None] * picture + background


@wrong(exercise.composite, "alpha is not used")
def mean(picture, alpha, background):
    return 0.5 * picture + 0.5 * background
