"""The task `dice` of lesson 15, which pixels."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

EMPTY_TOO = " And two empty masks agree: 1."


def _mask(*rows):
    """A mask from rows of text: # is inside."""
    return np.array([[letter == "#" for letter in row] for row in rows])


def _both(mask, truth):
    return np.sum(mask & truth)


def _guarded(score):
    """That score, but 1 for two empty masks."""
    return lambda mask, truth: score(mask, truth) if np.any(mask | truth) else 1.0


def _with_and_without_guard(score, message):
    """The mistake, by who thought of two empty masks and by who did not."""
    return [(_guarded(score), message), (score, message + EMPTY_TOO)]


def _quietly(score):
    """That score, where a division by zero gives nan without a warning."""

    def quiet(mask, truth):
        with np.errstate(all="ignore"):
            return score(mask, truth)

    return quiet


dice = Task(
    "dice",
    code="""
    import numpy as np

    def dice(mask, truth):
        inside = np.sum(mask) + np.sum(truth)
        if inside == 0:
            return 1.0
        return 2 * np.sum(mask & truth) / inside
    """,
    why="The shared pixels count twice, for they are counted twice below the line, "
    "once in each mask.",
    hints=[
        "Three counts are enough: pixels inside `mask`, pixels inside `truth`, pixels "
        "inside both. np.sum of a mask counts what is True.",
        "Twice the third, divided by the sum of the first two.",
        "If both masks are empty, that is 0 / 0. They agree, so return 1.",
    ],
    notice="Where nothing is shared it is 0, where all is shared 1, as with IoU. In "
    "between Dice is the larger number, so say which of the two you report.",
    cases=[
        given(_mask("##.", "..."), _mask(".#.", "...")),
        given(_mask("##.", "..."), _mask(".##", "...")),
        given(_mask("#.", ".."), _mask(".#", "..")),
        given(_mask("..", ".."), _mask("#.", "..")),
        given(_mask("#.", ".."), _mask("..", "..")),
        given(_mask("....", "####", "####"), _mask("##..", "##..", "##..")),
        given(_mask("##", "##"), _mask("##", "##")),
        given(_mask("..", ".."), _mask("..", "..")),
        given(*(np.random.default_rng(0).random((2, 40, 50)) < 0.3)),
    ],
    mistakes=[
        *_with_and_without_guard(
            _quietly(lambda mask, truth: _both(mask, truth) / np.sum(mask | truth)),
            "this is IoU: the shared pixels over those in either mask.",
        ),
        *_with_and_without_guard(
            _quietly(
                lambda mask, truth: _both(mask, truth) / (mask.sum() + truth.sum())
            ),
            "the shared pixels stand below the line twice, once in each mask: count "
            "them twice above it, too.",
        ),
        (
            lambda mask, truth: np.mean(mask == truth),
            "this is pixel accuracy: ground that is called ground counts as well.",
        ),
        (
            _quietly(lambda mask, truth: _both(mask, truth) / np.sum(truth)),
            "this is recall, the share of the truth that was found. What the mask "
            "holds besides must cost something.",
        ),
        (
            _quietly(lambda mask, truth: _both(mask, truth) / np.sum(mask)),
            "this is precision, the share of the mask that is right. What it misses "
            "must cost something.",
        ),
        *_with_and_without_guard(
            _quietly(lambda mask, truth: 2 * _both(mask, truth) / np.sum(mask | truth)),
            "below the line stands the sum of the two sizes, in which shared pixels "
            "count twice, not the size of the union.",
        ),
        (
            _quietly(
                lambda mask, truth: 2 * _both(mask, truth) / (mask.sum() + truth.sum())
            ),
            "right, but for two empty masks: they agree, so 1.",
        ),
        (
            lambda mask, truth: (
                2 * _both(mask, truth) / max(mask.sum() + truth.sum(), 1)
            ),
            "right, but for two empty masks: they agree, so 1, not 0.",
        ),
    ],
)
