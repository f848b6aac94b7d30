"""The task `frechet_on_a_line` of dive 18c, how good is a generator."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

RNG = np.random.default_rng(18)

frechet_on_a_line = Task(
    "frechet_on_a_line",
    code="""
    import numpy as np

    def frechet_on_a_line(first, second):
        means = np.mean(first) - np.mean(second)
        deviations = np.std(first) - np.std(second)
        return means**2 + deviations**2
    """,
    why="With one feature a covariance is a variance: C₁ + C₂ − 2 √(C₁ C₂) is the "
    "square of the difference of both standard deviations.",
    hints=[
        "How far apart are the means? Square it.",
        "The rest is v₁ + v₂ − 2 √(v₁ v₂), of the two variances. What is (a − b)², if "
        "a and b are their roots?",
        "The squared difference of np.std(first) and np.std(second) is the rest.",
    ],
    notice="Two crowds may look quite unlike and still be at distance 0: try "
    "[-1, 1] and [-1, -1, 1, 1], or any two with the same mean and scatter.",
    cases=[
        given(np.array([0.0, 2]), np.array([3.0, 5])),
        given(np.array([-1.0, 1]), np.array([-4.0, 4])),
        given(np.array([1.0, 1, 4]), np.array([1.0, 1, 4])),
        given(RNG.normal(2, 3, 20), RNG.normal(-1, 0.5, 13)),
        given(np.array([7.0, 7]), np.array([5.0, 9, 10, 0])),
    ],
    mistakes=[
        (
            lambda first, second: (np.mean(first) - np.mean(second)) ** 2,
            "the means alone. How each crowd scatters counts, too.",
        ),
        (
            lambda first, second: (
                (np.mean(first) - np.mean(second)) ** 2
                + (np.var(first) - np.var(second)) ** 2
            ),
            "these are variances. Wanted is the difference of their roots, squared.",
        ),
        (
            lambda first, second: (
                (np.mean(first) - np.mean(second)) ** 2 + np.var(first) + np.var(second)
            ),
            "the middle term is missing: − 2 √(v₁ v₂).",
        ),
        (
            lambda first, second: (
                abs(np.mean(first) - np.mean(second))
                + abs(np.std(first) - np.std(second))
            ),
            "both differences are squared before they are added.",
        ),
        (
            lambda first, second: np.hypot(
                np.mean(first) - np.mean(second), np.std(first) - np.std(second)
            ),
            "this is the root of it. The Fréchet distance of this course is squared.",
        ),
    ],
)
