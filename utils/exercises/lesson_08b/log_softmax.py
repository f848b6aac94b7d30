"""The task `log_softmax` of lesson 8b, output, loss and metric."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

UPRIGHT = (
    "a vector is laid along the columns, so each column loses what belongs to a row. "
    "keepdims=True keeps the sums upright."
)


def _ahead(scores):
    return scores - scores.max(axis=1, keepdims=True)


def _softmax(scores):
    powers = np.exp(_ahead(scores))
    return powers / powers.sum(axis=1, keepdims=True)


def _log_softmax(scores, level, axis=1):
    """The right formula, but for what is subtracted first or for the sum's axis."""
    ahead = scores - level
    return ahead - np.log(np.exp(ahead).sum(axis=axis, keepdims=True))


log_softmax = Task(
    "log_softmax",
    code="""
    import numpy as np

    def log_softmax(scores):
        ahead = scores - scores.max(axis=1, keepdims=True)
        return ahead - np.log(np.exp(ahead).sum(axis=1, keepdims=True))
    """,
    why="The logarithm of the fraction is taken on paper: the logarithm of the power "
    "is the score itself, and no power has to be divided.",
    hints=[
        "The formula of the text, for each row. Only its powers can overflow: what "
        "may you do to all scores of a row without changing the probabilities?",
        "Subtract the row's largest score from all of the row first. Then the powers "
        "are at most 1.",
        "scores.max(axis=1, keepdims=True) is the largest of each row, as a column. "
        "The sum of the powers needs axis=1 and keepdims=True, too.",
    ],
    notice="A probability too small for any float has a harmless logarithm. That is "
    "why losses are best computed from logits, `from_logits=True`.",
    cases=[
        given(np.array([[0.0, 0.0]])),
        given(np.array([[2.0, 1.0, -1.0]])),
        given(np.array([[0.0, 0.0], [1.0, 3.0]])),
        given(np.array([[1000.0, 1001.0]])),
        given(np.array([[0.0, 1000.0]])),
        given(np.array([[1000.0, 1001.0], [0.0, 1.0]])),
        given(np.array([[0.0, 2000.0]])),
        given(np.random.default_rng(0).normal(scale=50, size=(5, 5))),
        given(np.random.default_rng(1).normal(scale=50, size=(4, 3))),
    ],
    mistakes=[
        (
            lambda s: np.log(_softmax(s)),
            "the largest score is subtracted, so nothing overflows. But a small "
            "probability is rounded to 0, and its logarithm is -inf. Take the "
            "logarithm on paper, before you divide.",
        ),
        (
            lambda s: np.log(np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)),
            "right for small scores, but e^1000 overflows.",
        ),
        (
            lambda s: _log_softmax(s, 0),
            "the formula is right, but e^1000 overflows inside it. Only differences of "
            "scores count: use that first.",
        ),
        (
            lambda s: np.log(_softmax(s) + 1e-12),
            "a tiny number added keeps the logarithm finite, but not right: below it "
            "all probabilities look alike.",
        ),
        (
            lambda s: _log_softmax(s, s.max()),
            "the largest score of the whole table is subtracted. A row far below it "
            "has only powers that round to 0. Take each row's own.",
        ),
        (
            lambda s: _log_softmax(s, s.mean(axis=1, keepdims=True)),
            "the row's mean is subtracted, and a score far above it still overflows. "
            "Which number has nothing above it in its row?",
        ),
        (
            lambda s: _log_softmax(s, s.max(axis=0), axis=0),
            "the sum runs down the columns, over all examples; the classes of one "
            "example stand in a row: axis=1.",
        ),
        (
            lambda s: _log_softmax(s, s.max(), axis=None),
            "the sum runs over the whole table. Each row is an example of its own, "
            "whose probabilities sum to 1.",
        ),
        (
            lambda s: (
                s - s.max(axis=1) - np.log(np.exp(s.T - s.max(axis=1)).sum(axis=0))
            ),
            UPRIGHT,
        ),
        (
            lambda s: s - np.log(np.exp(_ahead(s)).sum(axis=1, keepdims=True)),
            "what you subtract inside the sum must be subtracted outside, too.",
        ),
        (
            lambda s: s - s.max(axis=1) - np.log(np.exp(s - s.max(axis=1)).sum(axis=1)),
            UPRIGHT,
        ),
        (
            lambda s: _ahead(s) - np.log(np.exp(_ahead(s)).sum(axis=1)),
            UPRIGHT,
        ),
        (
            lambda s: s - s.max(axis=1, keepdims=True),
            "that is only how far each score lies behind the best. The logarithm of "
            "the sum is still to be subtracted.",
        ),
        (
            _softmax,
            "these are the probabilities themselves; wanted are their logarithms.",
        ),
        (
            lambda s: np.log10(np.e) * _log_softmax(s, s.max(axis=1, keepdims=True)),
            "logarithms to the base 10; wanted is the natural one, np.log.",
        ),
    ],
)
