"""The task `blend` of lesson 14b, a face detector."""

import numpy as np

from utils.arrays.boxes import iou, non_maximum_suppression
from utils.checking.cases import given
from utils.checking.tasks import Task


def _case(seed, faces, answers):
    """Boxes in loose groups, a few for each face, in no order."""
    random = np.random.default_rng(seed)
    middles = random.uniform(20, 200, (faces, 2))[np.arange(answers) % faces]
    middles += random.normal(0, 3, (answers, 2))
    half = random.uniform(18, 24, (answers, 1))
    boxes = np.concatenate([middles - half, middles + half], axis=1)
    return given(boxes, random.permutation(np.linspace(0.5, 0.95, answers)), 0.3)


def _groups(boxes, scores, overlap):
    """Indices of the boxes of each group, the best first."""
    left = np.argsort(-scores, kind="stable")
    while len(left):
        near = iou(boxes[left[:1]], boxes[left])[0] > overlap
        near[0] = True
        yield left[near]
        left = left[~near]


def _blended(boxes, scores, overlap, mean):
    return np.array(
        [mean(boxes[g], scores[g]) for g in _groups(boxes, scores, overlap)]
    )


def _weighted(boxes, scores):
    return scores @ boxes / scores.sum()


def _touching_too(boxes, scores, overlap):
    """An overlap of exactly `overlap` makes a group, too."""
    return _blended(boxes, scores, np.nextafter(overlap, 0), _weighted)


def _without_its_best(boxes, scores):
    """The mean of those that a group's best box would drop; alone, itself."""
    rest = slice(1, None) if len(boxes) > 1 else slice(None)
    return _weighted(boxes[rest], scores[rest])


def _as_they_come(boxes, scores, overlap):
    order = np.arange(len(boxes), 0, -1.0)
    groups = _groups(boxes, order, overlap)
    return np.array([_weighted(boxes[group], scores[group]) for group in groups])


def _all_near(boxes, scores, overlap):
    """Means over all that overlap the kept boxes, used up or not."""
    kept = non_maximum_suppression(boxes, scores, overlap)
    near = iou(boxes[kept], boxes) > overlap
    return np.array([_weighted(boxes[row], scores[row]) for row in near])


_two = np.array([[0.0, 0, 10, 10], [2, 0, 12, 10]])
_half = np.array([[0.0, 0, 10, 10], [0, 0, 10, 5]])  # their IoU is one half

blend = Task(
    "blend",
    code="""
    import numpy as np
    from utils.arrays.boxes import iou

    def blend(boxes, scores, overlap):
        left = np.argsort(-scores, kind="stable")
        blended = []
        while len(left):
            group = left[iou([boxes[left[0]]], boxes[left]).ravel() > overlap]
            weights = scores[group]
            blended.append(weights @ boxes[group] / weights.sum())
            left = np.setdiff1d(left, group, assume_unique=True)
        return np.array(blended)
    """,
    why="The loop of suppression, with one line changed: a group leaves its weighted "
    "mean behind, not its best box.",
    hints=[
        "Begin with lesson 14's suppression: take the box with the best score; which "
        "of the boxes left overlap it by more than `overlap`? They, with it, are a "
        "group.",
        "Of a group, suppression keeps the best box. Keep the mean in its place, each "
        "box weighted with its score: (w₁ b₁ + w₂ b₂ + …) / (w₁ + w₂ + …).",
        "weights @ boxes[group] / weights.sum() is that mean, four numbers at once. "
        "Then take the whole group out of those left, and go on.",
    ],
    notice="A face that moves by half a pixel may hand the best score to another "
    "answer. A mean hardly notices.",
    cases=[
        given(_two[:1], np.array([0.9]), 0.3),
        given(_two, np.array([0.6, 0.6]), 0.3),
        given(_two, np.array([0.9, 0.6]), 0.3),
        given(_two, np.array([0.5, 0.75]), 0.7),
        given(_half, np.array([0.9, 0.6]), 0.5),
        given(
            np.array([[0.0, 0, 10, 10], [4, 0, 14, 10], [8, 0, 18, 10]]),
            np.array([0.9, 0.8, 0.7]),
            0.3,
        ),
        _case(seed=0, faces=2, answers=7),
        _case(seed=1, faces=5, answers=30),
    ],
    mistakes=[
        (
            lambda boxes, scores, overlap: boxes[
                non_maximum_suppression(boxes, scores, overlap)
            ],
            "that is suppression: the best box of each group. Asked for is the group's "
            "weighted mean.",
        ),
        (
            lambda *all: _blended(*all, mean=lambda b, s: b.mean(axis=0)),
            "that is the plain mean: weight each box with its score.",
        ),
        (
            lambda *all: _blended(*all, mean=lambda b, s: s @ b),
            "that is a weighted sum: divide it by the sum of the weights.",
        ),
        (
            lambda *all: _blended(*all, mean=lambda b, s: s @ b / len(s)),
            "divide by the sum of the scores, not by the number of boxes.",
        ),
        (
            lambda *all: _blended(*all, mean=lambda b, s: s**2 @ b / (s**2).sum()),
            "the weights are the scores, not their squares.",
        ),
        (
            lambda boxes, scores, overlap: _weighted(boxes, scores)[np.newaxis],
            "all boxes became one. Two faces are two groups.",
        ),
        (
            _touching_too,
            "a box that overlaps by exactly `overlap` is no member: only more counts.",
        ),
        (
            lambda *all: _blended(*all, mean=_without_its_best),
            "the best box of a group is a member as well: it counts in the mean.",
        ),
        (
            _as_they_come,
            "the boxes are taken as they come: begin with the best score.",
        ),
        (
            _all_near,
            "a box counted in two groups: what belongs to one is taken out before the "
            "next begins.",
        ),
        (
            lambda boxes, scores, overlap: _blended(boxes, -scores, overlap, _weighted),
            "begin with the *best* score, not with the worst.",
        ),
    ],
)
