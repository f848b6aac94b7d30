"""Answers to `recall_by_group`: right ones, and those that learners write."""

import numpy as np
from scipy.stats import binomtest

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_14b as exercise


def wilson(hits, total, z=1.959963984540054):
    share, weight = hits / total, 1 + z**2 / total
    middle = (share + z**2 / (2 * total)) / weight
    reach = z / weight * np.sqrt(share * (1 - share) / total + (z / (2 * total)) ** 2)
    return [share, middle - reach, middle + reach]


@right(exercise.recall_by_group)
def by_formula(found, groups):
    totals = np.bincount(groups)
    hits = np.bincount(groups, weights=found)
    return [wilson(h, t) for h, t in zip(hits, totals, strict=True)]


@right(exercise.recall_by_group)
def as_an_array(found, groups):
    rows = []
    for group in sorted({*groups.tolist()}):
        mine = [f for f, g in zip(found.tolist(), groups, strict=True) if g == group]
        test = binomtest(sum(mine), len(mine)).proportion_ci(0.95, "wilson")
        rows.append([np.mean(mine), test.low, test.high])
    return np.array(rows)


@wrong(exercise.recall_by_group, "take Wilson's")
def plain_formula(found, groups):
    rows = []
    for group in range(groups.max() + 1):
        p, n = found[groups == group].mean(), np.sum(groups == group)
        error = 1.96 * np.sqrt(p * (1 - p) / n)
        rows.append([p, p - error, p + error])
    return rows


@wrong(exercise.recall_by_group, "another interval")
def exact(found, groups):
    rows = []
    for group in range(groups.max() + 1):
        mine = found[groups == group]
        test = binomtest(int(mine.sum()), len(mine)).proportion_ci()
        rows.append((mine.mean(), test.low, test.high))
    return rows


@wrong(exercise.recall_by_group, "own faces")
def of_everybody(found, groups):
    hits = np.bincount(groups, weights=found)
    return [wilson(h, len(found)) for h in hits]


@wrong(exercise.recall_by_group, "among those found")
def share_of_the_found(found, groups):
    hits = np.bincount(groups, weights=found)
    return [wilson(h, found.sum()) for h in hits]


@wrong(exercise.recall_by_group, "that was missed")
def missed(found, groups):
    return by_formula(~found, groups)


@wrong(exercise.recall_by_group, "each needs its interval")
def recalls_only(found, groups):
    return [row[0] for row in by_formula(found, groups)]
