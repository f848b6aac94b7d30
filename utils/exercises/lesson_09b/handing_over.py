"""The task `handing_over` of lesson 9b, intervals and calibration."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

SURENESS = np.array([0.9, 0.5, 0.6, 0.99, 0.7])
TWO_WRONG = np.array([False, True, False, True, True])
TEN = np.array([0.95, 0.31, 0.88, 0.42, 0.99, 0.57, 0.73, 0.91, 0.64, 0.8])
FOUR_WRONG = np.array([1, 0, 0, 1, 1, 0, 1, 0, 1, 1], dtype=bool)
MANY = np.random.default_rng(0).permutation(np.linspace(0.2, 0.998, 60))
SOME_WRONG = np.random.default_rng(1).random(60) < MANY


def _number(confidence, correct, left):
    """How many, or all of them if no number leaves so few."""
    wrong = ~correct[np.argsort(confidence)]
    stays = wrong.sum() - np.append(0, np.cumsum(wrong))
    few = stays <= left * wrong.sum()
    return int(np.argmax(few))


def _at_threshold(confidence, correct, left):
    return np.append(np.sort(confidence), 1)[_number(confidence, correct, left)]


def _below(confidence, correct, left):
    """As asked for, but fewer mistakes must stay, not at most so many."""
    wrong = ~correct[np.argsort(confidence)]
    stays = wrong.sum() - np.append(0, np.cumsum(wrong))
    return int(np.argmax(np.append(stays < left * wrong.sum(), True)))


def _of_all_images(confidence, correct, left):
    wrong = ~correct[np.argsort(confidence)]
    stays = wrong.sum() - np.append(0, np.cumsum(wrong))
    return int(np.argmax(stays <= left * len(wrong)))


handing_over = Task(
    "handing_over",
    code="""
    import numpy as np

    def handing_over(confidence, correct, left):
        wrong = ~correct[np.argsort(confidence)]
        stays = wrong.sum() - np.append(0, np.cumsum(wrong))
        return np.argmax(stays <= left * wrong.sum())
    """,
    why="Sorted by confidence, the running sum counts the mistakes handed over with "
    "the first 0, 1, 2, … images. The first number that leaves few enough is right.",
    hints=[
        "np.argsort(confidence) gives the order, least sure first. How many mistakes "
        "are among the first 0, 1, 2, … of them?",
        "np.cumsum counts them on. What stays is their total less that; before the "
        "first image is handed over, all stay.",
        "Compare what stays with left times the total. np.argmax of true and false is "
        "the place of the first that is true.",
    ],
    notice="On the ten thousand digits of lesson 9, a few hundred handed over leave a "
    "quarter of the mistakes. The last mistakes are dear: the network is sure of them.",
    cases=[
        given(SURENESS, TWO_WRONG, 0.5),
        given(SURENESS, TWO_WRONG, 0.0),
        given(SURENESS, TWO_WRONG, 1.0),
        given(TEN, FOUR_WRONG, 0.25),
        given(TEN, FOUR_WRONG, 0.4),
        given(MANY, SOME_WRONG, 0.3),
        given(MANY, SOME_WRONG, 0.0),
        given(SURENESS, np.ones(5, dtype=bool), 0.1),
    ],
    mistakes=[
        (
            lambda confidence, correct, left: _number(-confidence, correct, left),
            "this hands over the surest first.",
        ),
        (
            lambda confidence, correct, left: _number(
                np.arange(len(correct)), correct, left
            ),
            "the images are taken in the order in which they stand: the least sure "
            "come first.",
        ),
        (
            lambda confidence, correct, left: _number(confidence, ~correct, left),
            "this hands over until few *right* answers stay: the mistakes are "
            "~correct.",
        ),
        (
            lambda confidence, correct, left: _number(confidence, correct, 1 - left),
            "this is the share that goes. `left` is the share that stays.",
        ),
        (
            _of_all_images,
            "left times all images. The share is one of the mistakes.",
        ),
        (
            _below,
            "one too many where the share is met exactly: at most so many may stay.",
        ),
        (
            lambda confidence, correct, left: max(
                _number(confidence, correct, left) - 1, 0
            ),
            "one too few: is the number 0, nothing handed over, the first that is "
            "tried?",
        ),
        (
            lambda confidence, correct, left: (
                _number(confidence, correct, left) / len(correct)
            ),
            "this is a share of the images. How many are they?",
        ),
        (
            _at_threshold,
            "this is the confidence at which to stop. How many images lie below it?",
        ),
        (
            lambda confidence, correct, left: int(
                np.sum(~correct) - np.floor(left * np.sum(~correct))
            ),
            "so many *mistakes* must go. With them go right answers given with as "
            "little confidence.",
        ),
    ],
)
