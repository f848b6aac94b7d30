"""The task `gain_of_averaging` of lesson 17, pictures from pictures."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

gain_of_averaging = Task(
    "gain_of_averaging",
    code="""
    import numpy as np

    def gain_of_averaging(sigma, copies):
        left = sigma / np.sqrt(copies)
        return left, 10 * np.log10(copies)
    """,
    why="The variance of a mean of n independent numbers is one n-th of theirs. So the "
    "mean squared error is divided by n, and 10 log10(n) decibels are gained.",
    hints=[
        "Variances of independent noises add up. What is the variance of a sum of n "
        "copies' noises, and what of that sum divided by n?",
        "The variance of the mean is sigma² / n. The size of the noise is its root.",
        "PSNR is 10 log10(1 / mean squared error), and the error is divided by n: the "
        "gain does not depend on sigma.",
    ],
    notice="Ten decibels for ten copies, twenty for a hundred: astronomers and phones "
    "at night add pictures up. What moves in between is blurred.",
    cases=[
        given(0.1, 1),
        given(0.1, 4),
        given(0.2, 9),
        given(0.3, 100),
        given(0.05, 2),
    ],
    mistakes=[
        (
            lambda sigma, copies: (sigma / copies, 10 * np.log10(copies)),
            "the noise that is left is too small. It is the *variance* that is "
            "divided by the number of copies.",
        ),
        (
            lambda sigma, copies: (sigma / copies, 20 * np.log10(copies)),
            "both go as if the noise were divided by the number of copies. It is the "
            "*variance* that is.",
        ),
        (
            lambda sigma, copies: (sigma / np.sqrt(copies), 20 * np.log10(copies)),
            "the decibels are twice too many: the squared error is divided by the "
            "number of copies, not by its square.",
        ),
        (
            lambda sigma, copies: (sigma / np.sqrt(copies), 5 * np.log10(copies)),
            "the decibels are half too few: they count the *squared* error.",
        ),
        (
            lambda sigma, copies: (sigma / np.sqrt(copies), 10 * np.log(copies)),
            "decibels take the logarithm to the base of 10.",
        ),
        (
            lambda sigma, copies: (sigma**2 / copies, 10 * np.log10(copies)),
            "the first is the variance that is left; its root is asked for.",
        ),
        (
            lambda sigma, copies: (
                sigma / np.sqrt(copies),
                10 * np.log10(copies / sigma**2),
            ),
            "the second is the PSNR of the mean; asked for is how much it gains over "
            "one copy.",
        ),
        (
            lambda sigma, copies: (sigma, 10 * np.log10(copies)),
            "one copy's noise is what it was; that of the mean is smaller.",
        ),
        (
            lambda sigma, copies: (10 * np.log10(copies), sigma / np.sqrt(copies)),
            "the two are in the other order: the noise that is left first.",
        ),
    ],
)
