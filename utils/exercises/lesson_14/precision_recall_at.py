"""The task `precision_recall_at` of lesson 14, detection."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _with(precision_of, recall_of, stays=np.greater_equal):
    """Precision and recall by these rules; of (hits that stay, boxes that stay, …)."""

    def precision_recall_at(scores, hits, total, threshold):
        left = hits[stays(scores, threshold)]
        found, boxes = int(left.sum()), len(left)
        return precision_of(found, boxes, hits), recall_of(found, hits, total)

    return precision_recall_at


def _over(found, all_of_them):
    """Their ratio, and as NumPy has it, nan, if there are none."""
    return found / all_of_them if all_of_them else np.nan


def _precision(found, boxes, hits):
    return found / boxes if boxes else 1.0


def _recall(found, hits, total):
    return found / total


AMONG_HITS = (
    "recall is a share of all true digits, `total`, also of those that no box hit."
)
SCORES = np.array([0.9, 0.8, 0.7, 0.6, 0.3])
HITS = np.array([True, True, False, True, False])

precision_recall_at = Task(
    "precision_recall_at",
    code="""
    def precision_recall_at(scores, hits, total, threshold):
        left = hits[scores >= threshold]
        precision = left.mean() if len(left) else 1.0
        return precision, left.sum() / total
    """,
    why="Precision divides by the boxes that stay, recall by all true digits.",
    hints=[
        "scores >= threshold says of each box whether it stays; hits[…] picks theirs.",
        "Precision is the share of hits among those that stay. Among what is recall a "
        "share?",
        "If no box stays, there is no false one either: precision is 1 by custom.",
    ],
    notice="Digits that no box hit stand in `total` alone: only recall knows of them.",
    cases=[
        given(SCORES, HITS, 5, 0.5),
        given(SCORES, HITS, 5, 0.75),
        given(SCORES, HITS, 4, 0.6),  # exactly at it
        given(SCORES, HITS, 8, 0.0),
        given(SCORES, HITS, 5, 0.95),
        given(np.array([]), np.array([], dtype=bool), 3, 0.5),
    ],
    mistakes=[
        (
            _with(_precision, lambda found, hits, total: found / max(hits.sum(), 1)),
            AMONG_HITS,
        ),
        (
            _with(_precision, lambda found, hits, total: _over(found, hits.sum())),
            AMONG_HITS,
        ),
        (
            _with(lambda found, boxes, hits: _over(found, boxes), _recall),
            "if no box stays, this is 0 / 0; none is false then: precision is 1.",
        ),
        (
            _with(_precision, lambda found, hits, total: found / max(len(hits), 1)),
            "recall is a share of the true digits, `total`, not of the boxes.",
        ),
        (
            _with(
                lambda found, boxes, hits: found / len(hits) if len(hits) else 1.0,
                _recall,
            ),
            "precision is a share of the boxes that stay, not of all.",
        ),
        (
            _with(_precision, _recall, np.greater),
            "a box exactly at the threshold stays.",
        ),
        (
            _with(_precision, _recall, np.less),
            "those below the threshold stay: turn the comparison round.",
        ),
        (
            _with(lambda found, boxes, hits: found / boxes if boxes else 0.0, _recall),
            "if no box stays, none is false: precision is 1 then.",
        ),
        (
            lambda *given: _with(_precision, _recall)(*given)[::-1],
            "recall comes first: return precision, then recall.",
        ),
    ],
)
