"""The task `noised` of dive 18c, how good is a generator."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

RNG = np.random.default_rng(20)
PICTURE, LUCK = RNG.uniform(-1, 1, (3, 4)), RNG.normal(size=(3, 4))
BETAS = np.array([0.1, 0.2, 0.5])


def _mixed(picture, luck, share):
    return np.sqrt(share) * picture + np.sqrt(1 - share) * luck


noised = Task(
    "noised",
    code="""
    import numpy as np

    def noised(picture, luck, betas):
        share = np.prod(1 - betas)
        return np.sqrt(share) * picture + np.sqrt(1 - share) * luck
    """,
    why="Each step keeps the share 1 − β of the picture's square, so the shares are "
    "multiplied; their roots are the factors. What goes is filled up with noise.",
    hints=[
        "After one step the share 1 − β is left. What is left after two?",
        "np.prod multiplies all of an array.",
        "A share is the *square* of a factor: take roots.",
    ],
    notice="No step in between has to be computed. So a network can be trained on any "
    "step of any picture at once.",
    cases=[
        given(np.array([[1.0]]), np.array([[0.0]]), np.array([0.75])),
        given(np.array([[0.0]]), np.array([[1.0]]), np.array([0.75])),
        given(PICTURE, LUCK, BETAS),
        given(PICTURE, LUCK, BETAS[:2]),
        given(PICTURE, LUCK, np.zeros(4)),
    ],
    mistakes=[
        (
            lambda picture, luck, betas: (
                np.prod(1 - betas) * picture + (1 - np.prod(1 - betas)) * luck
            ),
            "these are the shares. The factors are their roots.",
        ),
        (
            lambda picture, luck, betas: _mixed(picture, luck, np.prod(betas)),
            "β is the share that goes. What stays is 1 − β.",
        ),
        (
            lambda picture, luck, betas: _mixed(picture, luck, 1 - betas[-1]),
            "this is one step alone. What is left is the product over all steps.",
        ),
        (
            lambda picture, luck, betas: (
                np.sqrt(1 - np.prod(1 - betas)) * picture
                + np.sqrt(np.prod(1 - betas)) * luck
            ),
            "picture and luck have changed places.",
        ),
        (
            lambda picture, luck, betas: np.sqrt(np.prod(1 - betas)) * picture + luck,
            "the luck has a factor, too: noise fills up only what has gone.",
        ),
    ],
)
