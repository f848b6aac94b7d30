"""Answers to `log_softmax`: right ones, and those that learners write."""

import numpy as np
from scipy import special

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_08b as exercise


@right(exercise.log_softmax)
def with_scipy(scores):
    return special.log_softmax(scores, axis=1)


@right(exercise.log_softmax)
def row_by_row(scores):
    rows = []
    for row in scores:
        largest = max(row)
        total = sum(np.exp(score - largest) for score in row)
        rows.append([score - largest - np.log(total) for score in row])
    return rows


@right(exercise.log_softmax)
def in_float32(scores):
    scores = scores.astype(np.float32)
    return scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)


@wrong(exercise.log_softmax, "rounded to 0, and its logarithm is -inf")
def logarithm_of_the_stable_one(scores):
    return np.log(special.softmax(scores, axis=1))


@wrong(exercise.log_softmax, "e^1000 overflows inside it")
def overflows(scores):
    return scores - np.log(np.sum(np.exp(scores), axis=1, keepdims=True))


@wrong(exercise.log_softmax, "probabilities look alike")
def with_a_tiny_number(scores):
    return np.log(special.softmax(scores, axis=1) + 1e-12)


@wrong(exercise.log_softmax, "the sum runs over the whole table")
def over_the_whole_table(scores):
    return scores - special.logsumexp(scores)


@wrong(exercise.log_softmax, "the probabilities themselves")
def without_a_logarithm(scores):
    return special.softmax(scores, axis=1)


@wrong(exercise.log_softmax, "keeps the sums upright")
def forgets_keepdims(scores):
    return scores - special.logsumexp(scores, axis=1)


@wrong(exercise.log_softmax, "largest score of the whole table is subtracted")
def largest_of_the_table(scores):
    ahead = scores - np.max(scores)
    return ahead - np.log(np.sum(np.exp(ahead), axis=1)).reshape(-1, 1)


@wrong(exercise.log_softmax, "the row's mean is subtracted")
def mean_of_the_row(scores):
    ahead = scores - scores.mean(axis=1, keepdims=True)
    return ahead - np.log(np.sum(np.exp(ahead), axis=1, keepdims=True))


@wrong(exercise.log_softmax, "the sum runs down the columns")
def over_the_examples(scores):
    return special.log_softmax(scores, axis=0)


@wrong(exercise.log_softmax, "must be subtracted outside, too")
def subtracted_inside_only(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return scores - np.log(powers.sum(axis=1, keepdims=True))


@wrong(exercise.log_softmax, "keeps the sums upright")
def never_keepdims(scores):
    ahead = scores - scores.max(axis=1)
    return ahead - np.log(np.exp(ahead).sum(axis=1))


@wrong(exercise.log_softmax, "keeps the sums upright")
def keepdims_of_the_largest_only(scores):
    ahead = scores - scores.max(axis=1, keepdims=True)
    return ahead - np.log(np.exp(ahead).sum(axis=1))
