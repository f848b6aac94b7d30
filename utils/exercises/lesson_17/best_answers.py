"""The task `best_answers` of lesson 17, pictures from pictures."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _mean(values, chances):
    return np.sum(np.asarray(values) * np.asarray(chances))


def _least_absolute(values, chances):
    values, chances = np.asarray(values), np.asarray(chances)
    losses = [np.sum(chances * np.abs(values - answer)) for answer in values]
    return values[int(np.argmin(losses))]


def _likeliest(values, chances):
    return np.asarray(values)[int(np.argmax(chances))]


best_answers = Task(
    "best_answers",
    code="""
    import numpy as np

    def best_answers(values, chances):
        values, chances = np.asarray(values), np.asarray(chances)
        mean = np.sum(chances * values)
        losses = [np.sum(chances * np.abs(values - answer)) for answer in values]
        return mean, values[np.argmin(losses)]
    """,
    why="The squared error is least at the mean, each value weighted by its chance. "
    "The absolute error is a line between any two values, so its least stands on one "
    "of them: try them all.",
    hints=[
        "The first is a mean, but not every value is as likely as the others.",
        "For the second: what would you expect to lose, on average, if you answered "
        "values[0]? With values = np.array(values), and chances likewise: "
        "np.sum(chances * np.abs(values - values[0])).",
        "Compute that loss for each of the values, and take the value with the least.",
    ],
    notice="The second is the median, with weights: half of the chances lie on either "
    "side of it. A few wild values do not move it.",
    cases=[
        given([0.3, 1.0], [0.8, 0.2]),
        given([0.0, 1.0], [0.4, 0.6]),
        given([0.1, 0.5, 0.9], [0.2, 0.35, 0.45]),
        given([0.9, 0.2, 0.4, 0.6], [0.4, 0.25, 0.15, 0.2]),
        given([0.7], [1.0]),
        given([0.2, 0.4, 1.0, 0.0], [0.26, 0.1, 0.34, 0.3]),
        given([-3.0, 1.0, 2.0], [0.1, 0.3, 0.6]),
    ],
    mistakes=[
        (
            lambda values, chances: (np.mean(values), _least_absolute(values, chances)),
            "the mean takes all values as equally likely: weight each by its chance.",
        ),
        (
            lambda values, chances: (np.mean(values), np.median(values)),
            "mean and median take all values as equally likely: weight each by its "
            "chance.",
        ),
        (
            lambda values, chances: (_mean(values, chances), np.median(values)),
            "the second is the median of the values as they are listed: their chances "
            "are not used.",
        ),
        (
            lambda values, chances: (
                _mean(values, chances),
                _likeliest(values, chances),
            ),
            "the second is the likeliest value. It is right most often, but how far "
            "off is it when it is wrong?",
        ),
        (
            lambda values, chances: (_mean(values, chances), _mean(values, chances)),
            "the second is the mean, too. That is best for the *squared* error.",
        ),
        (
            lambda values, chances: (
                _least_absolute(values, chances),
                _mean(values, chances),
            ),
            "the two are in the other order: for the squared error first.",
        ),
        (
            lambda values, chances: (
                _mean(values, chances),
                min(
                    np.sum(np.asarray(chances) * np.abs(np.asarray(values) - answer))
                    for answer in values
                ),
            ),
            "the second is the least loss. Wanted is the answer that has it.",
        ),
        (
            lambda values, chances: (
                _mean(values, chances),
                int(
                    np.argmin(
                        [
                            np.sum(
                                np.asarray(chances)
                                * np.abs(np.asarray(values) - answer)
                            )
                            for answer in values
                        ]
                    )
                ),
            ),
            "the second is the place of the answer in the list. Wanted is the value.",
        ),
    ],
)
