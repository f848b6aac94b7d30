"""The task `one_answer` of dive 16d, one second of speech."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _by(join, probabilities, prompts):
    """For each prompt, in ascending order, the largest of what `join` makes."""
    return [
        int(np.argmax(join(probabilities[prompts == prompt])))
        for prompt in np.unique(prompts)
    ]


def _product(rows):
    return rows.prod(axis=0)


def _votes(rows):
    return np.bincount(rows.argmax(axis=1), minlength=rows.shape[1])


def _as_they_come(probabilities, prompts):
    order = dict.fromkeys(prompts.tolist())
    return [int(np.argmax(_product(probabilities[prompts == p]))) for p in order]


def _one_a_second(probabilities, prompts):
    places = np.searchsorted(np.unique(prompts), prompts)
    return np.array(_by(_product, probabilities, prompts))[places]


def _first_second(probabilities, prompts):
    return _by(lambda rows: rows[0], probabilities, prompts)


_SURE = np.array([[0.9, 0.1], [0.2, 0.8]])
_MANY = np.array(
    [
        [0.89, 0.10, 0.01],
        [0.01, 0.40, 0.59],
        [0.55, 0.40, 0.05],
        [0.60, 0.35, 0.05],
        [0.05, 0.90, 0.05],
        [0.20, 0.30, 0.50],
        [0.30, 0.60, 0.10],
    ]
)

one_answer = Task(
    "one_answer",
    code="""
    import numpy as np

    def one_answer(probabilities, prompts):
        answers = []
        for prompt in np.unique(prompts):
            logs = np.log(probabilities[prompts == prompt])
            answers.append(int(np.argmax(logs.sum(axis=0))))
        return answers
    """,
    why="The logarithm turns the product into a sum, which does not run out of digits "
    "however many seconds there are.",
    hints=[
        "np.unique(prompts) gives each announcement once, in ascending order.",
        "probabilities[prompts == prompt] holds the rows of one announcement.",
        "Multiply these rows, or add their logarithms, and take the largest.",
    ],
    notice="Seconds of one sentence are not independent, so the product is too sure. "
    "Its largest is still a good answer.",
    cases=[
        given(_SURE, np.array([0, 1])),
        given(_SURE[::-1].copy(), np.array([5, 5])),
        given(_SURE, np.array([9, 4])),
        given(_MANY[:2], np.array([1, 1])),
        given(_MANY[2:5], np.array([1, 1, 1])),
        given(_MANY, np.array([8, 8, 3, 3, 3, 1, 1])),
        given(_MANY[::-1].copy(), np.array([7, 2, 7, 2, 7, 2, 7])),
    ],
    mistakes=[
        (
            lambda probabilities, prompts: _by(
                lambda rows: rows.sum(axis=0), probabilities, prompts
            ),
            "the probabilities were added. Multiply them: one second that rules a "
            "language out must count.",
        ),
        (
            lambda probabilities, prompts: _by(_votes, probabilities, prompts),
            "this is a vote, one for each second. A second that is sure should count "
            "more than one that wavers.",
        ),
        (
            _as_they_come,
            "the announcements are in the order in which they come. Wanted is the "
            "order of their numbers.",
        ),
        (
            _one_a_second,
            "this is an answer for each second. One for each announcement is asked.",
        ),
        (
            _first_second,
            "only the first second of each announcement was listened to.",
        ),
        (
            lambda probabilities, prompts: _by(
                lambda rows: rows.max(axis=0), probabilities, prompts
            ),
            "only the surest second was listened to.",
        ),
    ],
)
