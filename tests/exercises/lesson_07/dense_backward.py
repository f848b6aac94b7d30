"""Answers to `dense_backward`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_07 as exercise


@right(exercise.dense_backward)
def with_einsum(x, weights, gradient):
    of_x = np.einsum("nc,rc->nr", gradient, weights)
    of_weights = np.einsum("nr,nc->rc", x, gradient)
    return [of_x, of_weights, np.einsum("nc->c", gradient)]


@right(exercise.dense_backward)
def example_by_example(x, weights, gradient):
    of_x = np.zeros_like(x)
    of_weights, of_bias = np.zeros_like(weights), np.zeros(weights.shape[1])
    for i, (row, slopes) in enumerate(zip(x, gradient, strict=True)):
        of_bias += slopes
        of_weights += np.outer(row, slopes)
        of_x[i] = weights @ slopes
    return of_x.tolist(), of_weights.tolist(), of_bias.tolist()


@right(exercise.dense_backward)
def transposed_twice(x, weights, gradient):
    of_x = (weights @ gradient.T).T
    return of_x, (gradient.T @ x).T, np.ones(len(x)) @ gradient


@wrong(exercise.dense_backward, "add up over the examples")
def bias_of_each_example(x, weights, gradient):
    return gradient @ weights.T, x.T @ gradient, gradient


@wrong(exercise.dense_backward, "is the mean over the examples")
def mean_of_bias(x, weights, gradient):
    return gradient @ weights.T, x.T @ gradient, np.mean(gradient, axis=0)


@wrong(exercise.dense_backward, "add up over the examples, axis 0")
def bias_along_outputs(x, weights, gradient):
    return gradient @ weights.T, x.T @ gradient, gradient.sum(axis=1)


@wrong(exercise.dense_backward, "have changed places")
def weights_first(x, weights, gradient):
    return x.T @ gradient, gradient @ weights.T, gradient.sum(axis=0)


@wrong(exercise.dense_backward, "the order is x, weights, bias")
def bias_first(x, weights, gradient):
    return gradient.sum(axis=0), x.T @ gradient, gradient @ weights.T


@wrong(exercise.dense_backward, "the slopes of x are missing")
def nothing_for_the_layer_below(x, weights, gradient):
    return x.T @ gradient, gradient.sum(axis=0)


@wrong(exercise.dense_backward, "divided by the number of examples")
def means(x, weights, gradient):
    n = len(x)
    return gradient @ weights.T, x.T @ gradient / n, gradient.mean(axis=0)


@wrong(exercise.dense_backward, "dense_backward")
def without_transposing(x, weights, gradient):
    return gradient @ weights, x.T @ gradient, gradient.sum(axis=0)


@wrong(exercise.dense_backward, "is a `return` missing?")
def prints_it(x, weights, gradient):
    print(gradient @ weights.T, x.T @ gradient, gradient.sum(axis=0))
