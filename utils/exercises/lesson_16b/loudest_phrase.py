"""The task `loudest_phrase` of dive 16b, words in a row."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

_SENTENCE = "this was not worth it at all".split()


def _answers(vectors, kernel):
    width = len(kernel)
    places = range(len(vectors) - width + 1)
    return np.array([np.sum(vectors[i : i + width] * kernel) for i in places])


def _at(words, kernel, place):
    return list(words[place : place + len(kernel)])


def _case(seed, words, width, size=3):
    """A sentence whose loudest answer is far from the next, and not the first."""
    rng = np.random.default_rng(seed)
    return given(
        words,
        rng.integers(-3, 4, (len(words), size)),
        rng.integers(-2, 3, (width, size)),
    )


def _largest_size(words, vectors, kernel):
    return _at(words, kernel, np.abs(_answers(vectors, kernel)).argmax())


def _turned(words, vectors, kernel):
    return _at(words, kernel, _answers(vectors, kernel[::-1]).argmax())


def _last_of_equal(words, vectors, kernel):
    answers = _answers(vectors, kernel)
    return _at(words, kernel, len(answers) - 1 - answers[::-1].argmax())


def _centred(words, vectors, kernel):
    place = _answers(vectors, kernel).argmax()
    start = max(place - (len(kernel) - 1) // 2, 0)
    return list(words[start : start + len(kernel)])


loudest_phrase = Task(
    "loudest_phrase",
    code="""
    import numpy as np

    def loudest_phrase(words, vectors, kernel):
        width = len(kernel)
        answers = []
        for place in range(len(words) - width + 1):
            answers.append(np.sum(vectors[place : place + width] * kernel))
        best = int(np.argmax(answers))
        return words[best : best + width]
    """,
    why="The answer at a place is one dot product over all numbers under the filter; "
    "`argmax` gives the first of equal ones.",
    hints=[
        "At how many places does a filter over `width` words fit into n words?",
        "Under the filter at a place lie vectors[place : place + width], as many "
        "numbers as the kernel has. Multiply and add all.",
        "np.argmax(answers) is the place; the phrase begins there.",
    ],
    notice="Keep the answer, not the place, and you have global max pooling: all that "
    "the network ever hears of the sentence.",
    cases=[
        given(["good", "bad"], np.array([[1, 0], [-1, 0]]), np.array([[1, 0]])),
        given(
            ["a", "b", "c"],
            np.array([[0, 1], [2, 0], [1, 1]]),
            np.array([[1, 0], [0, 1]]),
        ),
        given(["so", "so", "good"], np.zeros((3, 2)), np.ones((2, 2))),
        _case(1, _SENTENCE, 2),
        _case(2, _SENTENCE, 3),
        _case(3, _SENTENCE, 3),
        _case(4, _SENTENCE, 7),
        _case(5, _SENTENCE, 1),
    ],
    mistakes=[
        (
            _largest_size,
            "a strongly negative answer counts as loud. Wanted is the largest, not the "
            "farthest from 0.",
        ),
        (
            lambda words, vectors, kernel: _at(
                words, kernel, _answers(vectors, kernel).argmin()
            ),
            "these are the words of the smallest answer.",
        ),
        (_turned, "the kernel is turned round."),
        (
            _last_of_equal,
            "of equal answers the first counts, not the last.",
        ),
        (
            lambda words, vectors, kernel: words[_answers(vectors, kernel).argmax()],
            "this is the first word of the phrase. Wanted are all `width`, in a list.",
        ),
        (
            _centred,
            "the phrase begins at the place itself: the filter lies over the words "
            "from there on.",
        ),
    ],
)
