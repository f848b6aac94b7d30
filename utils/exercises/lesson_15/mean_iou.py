"""The task `mean_iou` of lesson 15, which pixels."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _ious(labels, truth, classes, absent=None):
    """IoU of each class; what `absent` says, or nothing, for one that is nowhere."""
    found = []
    for k in classes:
        either = np.sum((labels == k) | (truth == k))
        if either:
            found.append(np.sum((labels == k) & (truth == k)) / either)
        elif absent is not None:
            found.append(absent)
    return found


def _summed(labels, truth, classes):
    """Shared and united pixels of all classes, added up before the division."""
    shared = sum(np.sum((labels == k) & (truth == k)) for k in range(classes))
    return shared / sum(np.sum((labels == k) | (truth == k)) for k in range(classes))


def _in_truth_only(labels, truth, classes):
    return np.mean(_ious(labels, truth, [k for k in range(classes) if k in truth]))


def _weighted(labels, truth, classes):
    """Classes count by how many pixels the truth gives them."""
    present = [k for k in range(classes) if k in labels or k in truth]
    sizes = [np.sum(truth == k) for k in present]
    return np.average(_ious(labels, truth, present), weights=sizes)


def _drawn(seed, shape, classes, share_wrong):
    rng = np.random.default_rng(seed)
    truth = rng.integers(classes, size=shape)
    noise = rng.integers(classes, size=shape)
    return np.where(rng.random(shape) < share_wrong, noise, truth), truth


mean_iou = Task(
    "mean_iou",
    code="""
    import numpy as np

    def mean_iou(labels, truth, classes):
        found = []
        for k in range(classes):
            either = np.sum((labels == k) | (truth == k))
            if either > 0:
                found.append(np.sum((labels == k) & (truth == k)) / either)
        return np.mean(found)
    """,
    why="Each class is a mask of its own, (labels == k), and every class counts alike, "
    "however small it is. One that is nowhere has no IoU.",
    hints=[
        "labels == k is the mask of class k, truth == k its truth. The lesson's iou "
        "takes these two.",
        "Collect the IoU of each class from 0 to classes - 1 in a list, then take the "
        "mean.",
        "A class that is neither in labels nor in truth would be 0 / 0: leave it out. "
        "One that is in only one of them counts, with 0.",
    ],
    notice="The ground is a class, too. Every class weighs the same, so a rare one "
    "that is missed costs as much as the ground would.",
    cases=[
        given(np.array([[0, 1]]), np.array([[0, 1]]), 2),
        given(np.array([[0, 0, 0, 1]]), np.array([[0, 0, 1, 1]]), 2),
        given(np.array([[0, 0, 0, 0]]), np.array([[0, 0, 0, 1]]), 2),
        given(np.array([[0, 0, 0, 2]]), np.array([[0, 0, 1, 1]]), 4),
        given(np.array([[2, 2], [1, 2]]), np.array([[2, 1], [1, 2]]), 3),
        given(np.array([[1, 1, 2]]), np.array([[1, 1, 1]]), 3),
        given(*_drawn(0, (20, 30), 5, 0.3), 5),
        given(*_drawn(1, (20, 30), 3, 0.6), 6),
    ],
    mistakes=[
        (
            lambda labels, truth, classes: np.mean(labels == truth),
            "this is pixel accuracy: large classes count most.",
        ),
        (
            lambda labels, truth, classes: np.mean(
                _ious(labels, truth, range(classes), absent=0)
            ),
            "a class that is nowhere counts as 0. Nothing was asked and nothing said: "
            "leave it out.",
        ),
        (
            lambda labels, truth, classes: np.mean(
                _ious(labels, truth, range(classes), absent=np.nan)
            ),
            "right, but for a class that is in neither array: 0 / 0 is nan. Leave it "
            "out.",
        ),
        (
            lambda labels, truth, classes: np.mean(
                _ious(labels, truth, range(classes), absent=1)
            ),
            "a class that is nowhere counts as 1, which flatters: leave it out.",
        ),
        (
            lambda labels, truth, classes: np.mean(
                _ious(labels, truth, range(1, classes))
            ),
            "class 0, the ground, is left out. It is a class like the others.",
        ),
        (
            lambda labels, truth, classes: np.sum(_ious(labels, truth, range(classes))),
            "the sum: divide by the number of classes that occur.",
        ),
        (
            _summed,
            "the pixels of all classes are added up before the division, so large "
            "classes count most. Divide for each class, then take the mean.",
        ),
        (
            _in_truth_only,
            "a class that is in labels but not in truth is left out. It was said and "
            "is wrong: its IoU is 0.",
        ),
        (_weighted, "classes count by their size. Here each counts alike."),
    ],
)
