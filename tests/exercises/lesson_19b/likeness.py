"""Answers to `likeness`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_19b as exercise


@right(exercise.likeness)
def by_statistics(piece, other):
    if np.ptp(piece) == 0 or np.ptp(other) == 0:
        return 0
    return np.corrcoef(piece.ravel(), other.ravel())[0, 1]


@right(exercise.likeness)
def pixel_by_pixel(piece, other):
    mean, others_mean = piece.mean(), other.mean()
    above = own = others = 0.0
    for a, b in zip(piece.flat, other.flat, strict=True):
        above += (a - mean) * (b - others_mean)
        own += (a - mean) ** 2
        others += (b - others_mean) ** 2
    if own == 0 or others == 0:
        return 0.0
    return above / (own**0.5 * others**0.5)


@wrong(exercise.likeness, "the means are still in it")
def cosine(piece, other):
    lengths = np.linalg.norm(piece) * np.linalg.norm(other)
    return np.sum(piece * other) / lengths if lengths > 0 else 0.0


@wrong(exercise.likeness, "plain sum")
def plain(piece, other):
    return np.sum(piece * other)


@wrong(exercise.likeness, "divide by both lengths")
def covariance_sum(piece, other):
    return np.sum((piece - piece.mean()) * (other - other.mean()))


@wrong(exercise.likeness, "the sign is lost")
def without_sign(piece, other):
    return abs(by_statistics(piece, other))


@wrong(exercise.likeness, "0 / 0")
def not_for_flat(piece, other):
    a, b = piece - piece.mean(), other - other.mean()
    with np.errstate(invalid="ignore"):
        return np.sum(a * b) / np.sqrt(np.sum(a**2) * np.sum(b**2))
