"""The task `early_stop` of lesson 8, a network in Keras."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _stopping(losses, patience, improves=lambda loss, best, last: loss < best):
    """Epochs trained and best epoch, by some idea of what an improvement is."""
    best, kept = losses[0], 1
    for epoch in range(2, len(losses) + 1):
        loss = losses[epoch - 1]
        if improves(loss, best, losses[epoch - 2]):
            best, kept = loss, epoch
        elif epoch - kept >= patience:
            return epoch, kept
    return len(losses), kept


def _started_at(low):
    """Three ways to begin with a best loss that no epoch had."""

    def before_the_first(losses, patience):
        return tuple(np.subtract(_stopping([low, *losses], patience), 1))

    def never_epoch_0(losses, patience):
        return tuple(np.maximum(before_the_first(losses, patience), 1))

    def as_the_first(losses, patience):
        return _stopping([min(low, losses[0]), *losses[1:]], patience)

    return before_the_first, never_epoch_0, as_the_first


def _without_reset(losses, patience):
    worse = [n for n in range(1, len(losses)) if losses[n] >= min(losses[:n])]
    trained = [*worse, *[len(losses) - 1] * patience][patience - 1] + 1
    return trained, int(np.argmin(losses[:trained])) + 1


def _lowest_first(losses, patience):
    best = int(np.argmin(losses)) + 1
    return min(best + patience, len(losses)), best


early_stop = Task(
    "early_stop",
    code="""
    def early_stop(val_losses, patience):
        best, trained = 1, 1
        for trained in range(2, len(val_losses) + 1):
            if val_losses[trained - 1] < val_losses[best - 1]:
                best = trained
            elif trained - best == patience:
                break
        return trained, best
    """,
    why="Only an epoch below the best so far counts as an improvement; `trained - "
    "best` is the number of epochs without one.",
    hints=[
        "Go through the epochs as the callback does, one after the other, without "
        "looking ahead. What must it remember?",
        "It remembers the best loss so far and its epoch. An epoch that is not below "
        "it, be it equal, is one epoch of waiting.",
        "It stops when the epochs since the best one are as many as `patience`. If "
        "that never happens, all epochs are trained.",
    ],
    notice="It never knows what would have come: with little patience it misses a "
    "better epoch, with much it trains in vain. The weights come back, the time does "
    "not.",
    cases=[
        given([0.5, 0.4, 0.6, 0.7], 1),
        given([0.5, 0.6, 0.4], 1),
        given([0.5, 0.4, 0.3], 2),
        given([0.5, 0.4, 0.45, 0.44, 0.3], 2),
        given([0.5, 0.4, 0.4, 0.4, 0.4, 0.3], 2),
        given([0.9, 0.7, 0.6, 0.65, 0.62, 0.58, 0.6, 0.61, 0.7, 0.5], 3),
        given([0.7, 0.71, 0.72, 0.69, 0.68, 0.7], 6),
        given([0.4, 0.3996, 0.3992, 0.3988], 1),
        given([2.3, 1.6, 1.7, 1.5], 1),
    ],
    mistakes=[
        (
            lambda losses, patience: _stopping(losses, patience + 1),
            "it trains one epoch too long: the epoch that exhausts the patience is "
            "the last.",
        ),
        (
            lambda losses, patience: _stopping(losses, max(patience - 1, 1)),
            "it stops too early: with patience 2 the *second* epoch without an "
            "improvement is the last.",
        ),
        (
            _without_reset,
            "the waiting goes on counting after an improvement. It begins anew then.",
        ),
        *(
            (
                way,
                "the best loss so far begins too low for the first losses to count. "
                "Which loss is the best after one epoch?",
            )
            for low in (0, 1)
            for way in _started_at(low)
        ),
        (
            lambda losses, patience: tuple(
                epoch - 1 for epoch in _stopping(losses, patience)
            ),
            "one too small: epochs are counted from 1 here, as in the figures of the "
            "lesson.",
        ),
        (
            lambda losses, patience: tuple(
                np.subtract(_stopping(losses, patience), (0, 1))
            ),
            "the best epoch is counted from 0, as by np.argmin. The first is epoch 1.",
        ),
        (
            lambda losses, patience: tuple(
                np.subtract(_stopping(losses, patience), (1, 0))
            ),
            "the trained epochs are one too few: the first is epoch 1, and the last "
            "counts, too.",
        ),
        (
            lambda losses, patience: _stopping(losses, patience)[::-1],
            "the right numbers in the wrong order: first how many epochs are "
            "trained, then which was the best.",
        ),
        (
            lambda losses, patience: (
                _stopping(losses, patience)[0],
                int(np.argmin(losses)) + 1,
            ),
            "the best epoch is looked for among all losses, also behind the stop. "
            "Those epochs were never trained.",
        ),
        (
            _lowest_first,
            "this looks for the lowest of all losses first. It may lie behind the "
            "stop, where the callback never comes.",
        ),
        (
            lambda losses, patience: _stopping(
                losses, patience, lambda loss, best, last: loss <= best
            ),
            "an epoch as good as the best counts as an improvement. Keras wants it "
            "to be better.",
        ),
        (
            lambda losses, patience: _stopping(
                losses, patience, lambda loss, best, last: loss < last
            ),
            "each epoch is compared with the one before. The callback compares it "
            "with the best so far.",
        ),
        (
            lambda losses, patience: (
                _stopping(losses, patience)[0],
                max(_stopping(losses, patience)[0] - patience, 1),
            ),
            "the best epoch is `patience` before the last only where the patience "
            "ran out. It need not: all epochs may have been trained.",
        ),
        (
            lambda losses, patience: (len(losses), int(np.argmin(losses)) + 1),
            "it never stops: the patience is not used yet.",
        ),
    ],
)
