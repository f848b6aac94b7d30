"""The task `whole_gradient` of lesson 20, more than one machine."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _whole(gradients, sizes):
    return sum(n * g for n, g in zip(sizes, gradients, strict=True)) / sum(sizes)


whole_gradient = Task(
    "whole_gradient",
    code="""
    def whole_gradient(gradients, sizes):
        total = sum(n * g for n, g in zip(sizes, gradients))
        return total / sum(sizes)
    """,
    why="Each gradient is a mean over its part. Times the size of the part it is a "
    "sum, "
    "the sums add up, and their total is divided by all images.",
    hints=[
        "How many images does each gradient stand for? Should they count alike?",
        "A mean times its number of images is a sum. Add the sums of all parts.",
        "Divide the total by all images together.",
    ],
    notice="Unequal parts occur at the end of an epoch, where the last batch is not "
    "full. The training script avoids the question: each worker divides by the size of "
    "the *whole* batch, and then a sum is right.",
    cases=[
        given([np.array([1.0]), np.array([3.0])], [1, 1]),
        given([np.array([1.0]), np.array([3.0])], [3, 1]),
        given([np.array([1.0, -2, 0.5]), np.array([4.0, 0, 1])], [48, 16]),
        given([np.eye(2), np.ones((2, 2)), np.zeros((2, 2))], [32, 32, 8]),
    ],
    mistakes=[
        (
            lambda gradients, sizes: sum(gradients) / len(gradients),
            "all parts count alike here, whatever their sizes.",
        ),
        (
            lambda gradients, sizes: sum(gradients),
            "several means added are no mean.",
        ),
        (
            lambda gradients, sizes: _whole(gradients, sizes) * sum(sizes),
            "this is the sum over all images; wanted is the mean.",
        ),
        (
            lambda gradients, sizes: _whole(gradients, sizes[::-1]),
            "each part is weighed with the size of another.",
        ),
        (
            lambda gradients, sizes: (
                _whole(gradients, sizes) * sum(sizes) / len(gradients)
            ),
            "this divides by the number of parts, not by the number of images.",
        ),
    ],
)
