"""Answers to `unbeaten`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_10c as exercise


@right(exercise.unbeaten)
def with_arrays(costs, scores):
    costs, scores = np.array(costs), np.array(scores)
    no_worse = (costs <= costs[:, None]) & (scores >= scores[:, None])
    better = (costs < costs[:, None]) | (scores > scores[:, None])
    return np.flatnonzero(~np.any(no_worse & better, axis=1))


@right(exercise.unbeaten)
def by_comparing_pairs(costs, scores):
    pairs = [(cost, -score) for cost, score in zip(costs, scores, strict=True)]
    left = []
    for place, (cost, minus) in enumerate(pairs):
        rivals = [p for p in pairs if p != (cost, minus)]
        if all(c > cost or m > minus for c, m in rivals):
            left.append(place)
    return left


@wrong(exercise.unbeaten, "costs the same and scores more beats the other")
def strictly_in_both(costs, scores):
    places = range(len(costs))
    return [
        i
        for i in places
        if not any(costs[k] < costs[i] and scores[k] > scores[i] for k in places)
    ]


@wrong(exercise.unbeaten, "beaten by itself")
def beaten_by_itself(costs, scores):
    places = range(len(costs))
    return [
        i
        for i in places
        if not any(costs[k] <= costs[i] and scores[k] >= scores[i] for k in places)
    ]


@wrong(exercise.unbeaten, "this is only the best score")
def the_best(costs, scores):
    return [int(np.argmax(scores))]


@wrong(exercise.unbeaten, "this is only the cheapest")
def the_cheapest(costs, scores):
    return [int(np.argmin(costs))]


@wrong(exercise.unbeaten, "unbeaten([")
def the_networks_themselves(costs, scores):
    return sorted(zip(costs, scores, strict=True))
