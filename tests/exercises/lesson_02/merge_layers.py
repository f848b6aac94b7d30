"""Answers to `merge_layers`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_02 as exercise


@right(exercise.merge_layers)
def one_example_at_a_time(w1, b1, w2, b2):
    bias = [
        sum(b1[k] * w2[k, j] for k in range(len(b1))) + b2[j] for j in range(len(b2))
    ]
    return [np.dot(w1, w2).tolist(), bias]


@right(exercise.merge_layers)
def by_trying_it(w1, b1, w2, b2):
    """The bias is the answer to zeros, a row of weights that to a single one."""
    bias = (np.zeros(len(w1)) @ w1 + b1) @ w2 + b2
    weights = [(row @ w1 + b1) @ w2 + b2 - bias for row in np.eye(len(w1))]
    return np.array(weights, dtype=np.float32), bias.astype(np.float32)


@wrong(exercise.merge_layers, "passes through the second one's weights")
def adds_the_biases(w1, b1, w2, b2):
    return w1 @ w2, b1 + b2


@wrong(exercise.merge_layers, "right for columns")
def for_columns(w1, b1, w2, b2):
    return w2 @ w1, w2 @ b1 + b2


@wrong(exercise.merge_layers, "the first layer's bias is lost")
def forgets_a_bias(w1, b1, w2, b2):
    return w1 @ w2, b2


@wrong(exercise.merge_layers, "b1 stands on the left")
def bias_on_the_right(w1, b1, w2, b2):
    return w1 @ w2, w2 @ b1 + b2


@wrong(exercise.merge_layers, "Right is ([[6.]], [8]).")
def bias_as_a_matrix(w1, b1, w2, b2):
    return w1 @ w2, np.atleast_2d(b1 @ w2 + b2)


@wrong(exercise.merge_layers, "* multiplies number by number")
def with_a_star(w1, b1, w2, b2):
    return w1 * w2, b1 * w2 + b2


@wrong(exercise.merge_layers, "the weights are right. But * multiplies")
def bias_with_a_star(w1, b1, w2, b2):
    return w1 @ w2, b1 * w2 + b2


@wrong(exercise.merge_layers, "both are right, but swapped")
def bias_first(w1, b1, w2, b2):
    return b1 @ w2 + b2, w1 @ w2


@wrong(exercise.merge_layers, "must consist of 2 parts")
def weights_only(w1, b1, w2, b2):
    return w1 @ w2


@wrong(exercise.merge_layers, "wrong part 1")
def keeps_a_relu(w1, b1, w2, b2):
    return np.maximum(w1, 0) @ w2, b1 @ w2 + b2


@wrong(exercise.merge_layers, "it stops with ValueError")
def square_layers_only(w1, b1, w2, b2):
    merged = np.zeros((len(w1), len(w1)))
    merged[:] = w1 @ w2
    return merged, b1 @ w2 + b2


@wrong(exercise.merge_layers, "right, but it changes your `b2`: work on a copy")
def into_the_second_bias(w1, b1, w2, b2):
    b2 += b1 @ w2
    return w1 @ w2, b2
