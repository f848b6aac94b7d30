"""The task `recall_by_group` of lesson 14b, a face detector."""

import numpy as np
from scipy.stats import binomtest

from utils.checking.cases import given
from utils.checking.tasks import Task


def _case(*counts):
    """Of each group so many faces, and so many of them found, in no order."""
    found = np.concatenate([np.arange(total) < hits for hits, total in counts])
    groups = np.repeat(np.arange(len(counts)), [total for _, total in counts])
    order = np.random.default_rng(len(found)).permutation(len(found))
    return given(found[order], groups[order])


def _rows(found, groups, row):
    return [row(found[groups == g], found) for g in range(groups.max() + 1)]


def _with(hits, total, method="wilson", level=0.95):
    interval = binomtest(int(hits), int(total)).proportion_ci(level, method)
    return hits / total, interval.low, interval.high


def _plain(mine, found):
    recall = mine.mean()
    reach = 1.96 * np.sqrt(recall * (1 - recall) / len(mine))
    return recall, recall - reach, recall + reach


recall_by_group = Task(
    "recall_by_group",
    code="""
    from scipy.stats import binomtest

    def recall_by_group(found, groups):
        rows = []
        for group in range(groups.max() + 1):
            mine = found[groups == group]
            hits, total = int(mine.sum()), len(mine)
            interval = binomtest(hits, total).proportion_ci(method="wilson")
            rows.append((hits / total, interval.low, interval.high))
        return rows
    """,
    why="Recall is a share of a group's own faces, and its interval depends on how "
    "many these are.",
    hints=[
        "One group at a time: found[groups == group] says which of its faces were "
        "found.",
        "Recall is the share of these that is True. The interval needs two whole "
        "numbers: how many were found, of how many.",
        'binomtest(hits, total).proportion_ci(method="wilson") has .low and .high; it '
        "is the interval of lessons 9 and 13.",
    ],
    notice="The worst group's lower end is what a product can promise to everybody, "
    "and a small group makes it low: who wants to promise more has to ask more people.",
    cases=[
        _case((1, 2)),
        _case((3, 4), (1, 2)),
        _case((20, 20), (17, 20)),
        _case((0, 5), (950, 1000), (28, 30)),
    ],
    mistakes=[
        (
            lambda found, groups: _rows(found, groups, _plain),
            "the ends are those of the plain formula, recall ± 1.96 standard errors, "
            "which fails near 1 and for few faces: take Wilson's.",
        ),
        (
            lambda found, groups: _rows(
                found, groups, lambda mine, all: _with(mine.sum(), len(mine), "exact")
            ),
            'that is another interval, binomtest\'s first choice: method="wilson".',
        ),
        (
            lambda found, groups: _rows(
                found, groups, lambda mine, all: _with(mine.sum(), len(all))
            ),
            "divide by the number of the group's own faces, not by that of all.",
        ),
        (
            lambda found, groups: _rows(
                found, groups, lambda mine, all: _with(mine.sum(), all.sum())
            ),
            "that is the group's share among those found. Recall is the share of the "
            "group that was found.",
        ),
        (
            lambda found, groups: _rows(
                found, groups, lambda mine, all: _with(all.sum(), len(all))
            ),
            "that is the recall of all, once for each group.",
        ),
        (
            lambda found, groups: _rows(
                found, groups, lambda mine, all: _with((~mine).sum(), len(mine))
            ),
            "that is the share that was missed.",
        ),
        (
            lambda found, groups: [row[0] for row in recall_rows(found, groups)],
            "the recalls are right; each needs its interval: (recall, low, high).",
        ),
        (
            lambda found, groups: [
                (*row[:1], *row[:0:-1]) for row in recall_rows(found, groups)
            ],
            "low and high are exchanged.",
        ),
    ],
)


def recall_rows(found, groups):
    """What is asked for."""
    return _rows(found, groups, lambda mine, all: _with(mine.sum(), len(mine)))
