"""The task `sobel_towards` of lesson 4, edge detection."""

import numpy as np

from utils.arrays.kernels import SOBEL_X, SOBEL_Y
from utils.checking.cases import given
from utils.checking.tasks import Task


def _direction(across, down):
    """A wrong filter: how much it takes of SOBEL_X and SOBEL_Y at an angle."""

    def sobel(degrees):
        angle = np.radians(degrees)
        return across(angle) * SOBEL_X + down(angle) * SOBEL_Y

    return sobel


def _mixed(degrees):
    return (1 - degrees / 90) * SOBEL_X + degrees / 90 * SOBEL_Y


sobel_towards = Task(
    "sobel_towards",
    code="""
    import numpy as np
    from utils.arrays.kernels import SOBEL_X, SOBEL_Y

    def sobel_towards(degrees):
        angle = np.radians(degrees)
        return np.cos(angle) * SOBEL_X + np.sin(angle) * SOBEL_Y
    """,
    why="The gradient is an arrow. Its shadow on a direction is cos times the part to "
    "the right plus sin times the part downwards, and filters add like their answers.",
    hints=[
        "The answer of the sum of two filters is the sum of their answers. So how much "
        "SOBEL_X and how much SOBEL_Y does it take at 0 degrees, at 90, at 45?",
        "One step in the direction of the angle goes cos to the right and sin "
        "downwards. (Rows count downwards, so 90 degrees is down, as on this page.)",
        "NumPy's cos and sin take radians: np.radians(degrees).",
    ],
    notice="Two filters answer for every direction there is; all others are mixtures. "
    "Freeman and Adelson called such filters steerable (1991).",
    cases=[given(angle) for angle in (0, 90, 45, 180, -90, 30, 110, 200, 335.5)],
    mistakes=[
        (
            lambda degrees: np.cos(degrees) * SOBEL_X + np.sin(degrees) * SOBEL_Y,
            "np.cos and np.sin take radians: np.radians(degrees).",
        ),
        (
            _direction(np.sin, np.cos),
            "sin and cos are exchanged: 0 degrees is to the right, where SOBEL_X "
            "counts in full.",
        ),
        (
            _direction(np.cos, lambda angle: -np.sin(angle)),
            "90 degrees is up here, as in school. Rows count downwards: on this page, "
            "90 degrees is down.",
        ),
        (
            _direction(lambda a: abs(np.cos(a)), lambda a: abs(np.sin(a))),
            "the signs of cos and sin are lost. At 180 degrees brightness grows to the "
            "left, and the filter must answer to that.",
        ),
        (
            _direction(lambda a: np.cos(a) ** 2, lambda a: np.sin(a) ** 2),
            "the shares are squared. A step goes cos to the right and sin downwards; "
            "only their squares add up to 1.",
        ),
        (
            _mixed,
            "the two are mixed in proportion to the angle. At 45 degrees that is half "
            "of each; but a step of 1 goes 0.71 to the right and 0.71 down.",
        ),
    ],
)
