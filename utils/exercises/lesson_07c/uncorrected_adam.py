"""The task `uncorrected_adam` of lesson 7c, nudges and steps."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _adam(
    slopes, rate, betas=(0.9, 0.999), corrected=False, root=np.sqrt, fresh=(0.1, 0.001)
):
    """Steps of Adam without bias correction, and by its settings of its mistakes."""
    mean = square = 0.0
    steps = []
    for t, slope in enumerate(slopes, start=1):
        mean = betas[0] * mean + fresh[0] * slope
        square = betas[1] * square + fresh[1] * slope**2
        share = np.subtract(1, np.power(betas, t)) if corrected else (1, 1)
        steps.append(-rate * mean / share[0] / (root(square / share[1]) + 1e-7))
    return np.array(steps)


uncorrected_adam = Task(
    "uncorrected_adam",
    code="""
    import numpy as np

    def uncorrected_adam(slopes, learning_rate):
        mean = square = 0.0
        steps = []
        for slope in slopes:
            mean = 0.9 * mean + 0.1 * slope
            square = 0.999 * square + 0.001 * slope**2
            steps.append(-learning_rate * mean / (np.sqrt(square) + 1e-7))
        return np.array(steps)
    """,
    why="Adam's three formulas, without the two divisions that depend on t.",
    hints=[
        "Two running means, both 0 at the start: m of the slopes, v of their "
        "squares. Update both with each slope, then compute the step.",
        "m keeps 0.9 of itself and takes in 0.1 of the slope; v keeps 0.999 and "
        "takes in 0.001 of the slope squared.",
        "The step is -learning_rate * m / (root of v + 1e-7). Collect the steps, not "
        "the places.",
    ],
    notice="The first step is not too small, it is more than three times the "
    "learning rate: m has 0.1 of what it should have, but the root of v only 0.03. "
    "The correction is there to prevent just that.",
    cases=[
        given(np.array([2.0]), 0.1),
        given(np.array([2.0, 2.0]), 0.1),
        given(np.array([1.0, -1.0, 1.0]), 1.0),
        given(np.array([0.1, 1000.0, 0.1]), 0.1),
        given(np.array([-3.0, 1, 4, -1, -5, 9, 2, -6, 5, 3, 5, 8]), 0.01),
    ],
    mistakes=[
        (
            lambda slopes, rate: _adam(slopes, rate, corrected=True),
            "this is Adam with its bias correction, as in the lesson. Leave it out, "
            "and see what it was for.",
        ),
        (
            lambda slopes, rate: np.cumsum(_adam(slopes, rate)),
            "these are the places that the weight visits. The single steps are asked "
            "for.",
        ),
        (
            lambda slopes, rate: _adam(slopes, rate, root=lambda square: square),
            "the root is missing: divide by the root of the mean square, which has "
            "the size of a slope.",
        ),
        (
            lambda slopes, rate: _adam(slopes, rate, fresh=(1, 1)),
            "the running means take in the whole slope; only a share of 1 - β of it "
            "belongs in.",
        ),
        (
            lambda slopes, rate: _adam(
                slopes, rate, betas=(0.999, 0.9), fresh=(0.001, 0.1)
            ),
            "the two β are exchanged: the squares have the longer memory, 0.999.",
        ),
        (
            lambda slopes, rate: -rate * np.asarray(slopes) / (np.abs(slopes) + 1e-7),
            "nothing is remembered from one step to the next: m and v must be kept.",
        ),
    ],
)
