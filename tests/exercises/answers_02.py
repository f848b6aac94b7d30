"""Lesson 2: answers that are right, and answers that learners write."""

import numpy as np
from scipy import special

from exercises.collected import right, wrong
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


@wrong(exercise.merge_layers, "must consist of 2 parts")
def weights_only(w1, b1, w2, b2):
    return w1 @ w2


@wrong(exercise.merge_layers, "wrong part 1")
def keeps_a_relu(w1, b1, w2, b2):
    return np.maximum(w1, 0) @ w2, b1 @ w2 + b2


@right(exercise.relu6_backward)
def by_multiplying(z, signal):
    return signal * (z > 0) * (z < 6)


@right(exercise.relu6_backward)
def with_loops(z, signal):
    passed = [s if 0 < x < 6 else 0 for x, s in zip(z.flat, signal.flat, strict=True)]
    return np.reshape(passed, z.shape).tolist()


@right(exercise.relu6_backward)
def in_place(z, signal):
    signal[(z <= 0) | (z >= 6)] = 0
    return signal.astype(np.float32)


@wrong(exercise.relu6_backward, "flat above 6 too")
def plain_relu(z, signal):
    return signal * (z > 0)


@wrong(exercise.relu6_backward, "cuts off the signal")
def clips_the_signal(z, signal):
    return np.minimum(np.maximum(signal, 0), 6)


@wrong(exercise.relu6_backward, "cuts off the signal")
def gate_of_the_signal(z, signal):
    return signal * (signal > 0) * (signal < 6)


@wrong(exercise.relu6_backward, "negative signals are lost")
def relu_of_the_signal(z, signal):
    return np.maximum(signal, 0) * ((z > 0) & (z < 6))


@wrong(exercise.relu6_backward, "that is the slope alone")
def slope_only(z, signal):
    return np.where((z > 0) & (z < 6), 1, 0)


@wrong(exercise.relu6_backward, "not by its slope")
def times_the_output(z, signal):
    return signal * np.clip(z, 0, 6)


@wrong(exercise.relu6_backward, "at the two corners")
def open_corners(z, signal):
    return np.where((z < 0) | (z > 6), 0, signal)


@wrong(exercise.relu6_backward, "it stops with ValueError: The truth value")
def asks_an_array(z, signal):
    return signal if 0 < z < 6 else 0


right(
    exercise.three_switches,
    [[0, -1, -2], [1, -2, 2]],
    (np.array([-2.0, 0.0, -1.0]), np.array([2.0, 1.0, -2.0])),
    # a fourth unit that sleeps in all four cases
    ([0, -1, -2, -3], np.array([1, -2, 2, 7], dtype=np.float32)),
)
wrong(exercise.three_switches, "goes on falling", ([0, -1], [1, -2]))
wrong(exercise.three_switches, "must be negative", ([0, 1, 2], [1, -2, 2]))
wrong(exercise.three_switches, "one of each", ([0, -1, -2], [1, -2]))
wrong(exercise.three_switches, "at the same one", ([0, 0, 0], [1, -2, 2]))
wrong(
    exercise.three_switches,
    "With 3 on, the hidden units are [3, 2, 1] and the output is 0. Right is 1.",
    ([0, -1, -2], [1, -2, 1]),
)
wrong(exercise.three_switches, "other way round", ([1, 0, -1, -2], [1, -2, 2, -2]))
wrong(exercise.three_switches, "two lists of numbers are wanted", [0, -1, -2], "words")
wrong(exercise.three_switches, "two lists of numbers are wanted", 3, {"biases": 1})


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
