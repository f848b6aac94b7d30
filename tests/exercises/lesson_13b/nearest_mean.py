"""Answers to `nearest_mean`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_13b as exercise


@right(exercise.nearest_mean)
def with_loops(features, labels, new_features):
    answers = []
    for row in new_features:
        distances = []
        for label in sorted(set(labels)):
            mean = sum(features[labels == label]) / np.sum(labels == label)
            distances.append(np.linalg.norm(row - mean))
        answers.append(distances.index(min(distances)))
    return answers


@right(exercise.nearest_mean)
def by_matrix_products(features, labels, new_features):
    one_hot = np.eye(labels.max() + 1)[labels]
    means = (one_hot / one_hot.sum(axis=0)).T @ features
    squares = (means**2).sum(axis=1) - 2 * new_features @ means.T
    return squares.argmin(axis=1).astype("float32")


def _means(features, labels):
    return np.array([features[labels == k].mean(axis=0) for k in np.unique(labels)])


@wrong(exercise.nearest_mean, "the nearest single photo")
def nearest_neighbour(features, labels, new_features):
    return [
        labels[np.argmin(np.linalg.norm(features - row, axis=1))]
        for row in new_features
    ]


@wrong(exercise.nearest_mean, "*farthest* away")
def farthest(features, labels, new_features):
    away = new_features[:, None] - _means(features, labels)
    return np.argmax(np.linalg.norm(away, axis=2), axis=1)


@wrong(exercise.nearest_mean, "the sum of a class")
def nearest_sum(features, labels, new_features):
    sums = np.array([features[labels == k].sum(axis=0) for k in np.unique(labels)])
    return np.argmin(np.linalg.norm(new_features[:, None] - sums, axis=2), axis=1)


@wrong(exercise.nearest_mean, "the largest product")
def largest_product(features, labels, new_features):
    return (new_features @ _means(features, labels).T).argmax(axis=1)


@wrong(exercise.nearest_mean, "these are the squared distances themselves")
def smallest_squares(features, labels, new_features):
    away = new_features[:, None] - _means(features, labels)
    return np.min((away**2).sum(axis=2), axis=1)


@wrong(exercise.nearest_mean, "these are the distances themselves")
def smallest_distances(features, labels, new_features):
    return np.sqrt(smallest_squares(features, labels, new_features))


@wrong(exercise.nearest_mean, "1 axis is too many")
def no_argmin(features, labels, new_features):
    away = new_features[:, None] - _means(features, labels)
    return np.linalg.norm(away, axis=2)


@wrong(exercise.nearest_mean, "it stops with ValueError: operands could not be broad")
def without_a_new_axis(features, labels, new_features):
    means = np.concatenate([_means(features, labels), features])
    return np.argmin((new_features - means) ** 2, axis=1)
