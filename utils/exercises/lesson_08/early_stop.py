"""The task `early_stop` of lesson 8, a network in Keras."""

from utils.checking.cases import given
from utils.checking.tasks import Task
from utils.exercises.lesson_08 import early_stop_mistakes as wrong

BEGINS_TOO_LOW = (
    "the best loss so far begins too low for the first losses to count. Which loss is "
    "the best after one epoch?"
)
TOO_EARLY = (
    "it stops too early: with patience 2 the *second* epoch without an improvement is "
    "the last."
)

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
        given([0.5], 1),
        given([0.5, 0.4, 0.6, 0.7], 1),
        given([0.5, 0.6, 0.4], 1),
        given([0.5, 0.4, 0.3], 2),
        given([0.5, 0.4, 0.45, 0.44, 0.3], 2),
        given([0.5, 0.4, 0.4, 0.4, 0.4, 0.3], 2),
        given([0.9, 0.7, 0.6, 0.65, 0.62, 0.58, 0.6, 0.61, 0.7, 0.5], 3),
        given([0.7, 0.71, 0.72, 0.69, 0.68, 0.7], 6),
        given([0.4, 0.3996, 0.3992, 0.3988], 1),
        given([2.3, 1.6, 1.7, 1.5], 1),
        # above whatever large number somebody may start from
        given([4e20, 3e20, 5e20, 2e20, 6e20, 7e20], 2),
    ],
    mistakes=[
        (
            wrong.one_epoch_too_long,
            "it trains one epoch too long: the epoch that exhausts the patience is "
            "the last.",
        ),
        *((way, TOO_EARLY) for way in (wrong.too_early, wrong.stops_at_once)),
        (
            wrong.without_reset,
            "the waiting goes on counting after an improvement. It begins anew then.",
        ),
        *((way, BEGINS_TOO_LOW) for low in (0, 1, 10) for way in wrong.started_at(low)),
        (
            wrong.counted_from_0,
            "one too small: epochs are counted from 1 here, as in the figures of the "
            "lesson.",
        ),
        (
            wrong.best_counted_from_0,
            "the best epoch is counted from 0, as by np.argmin. The first is epoch 1.",
        ),
        (
            wrong.trained_counted_from_0,
            "the trained epochs are one too few: the first is epoch 1, and the last "
            "counts, too.",
        ),
        (
            wrong.exchanged,
            "the right numbers in the wrong order: first how many epochs are "
            "trained, then which was the best.",
        ),
        (
            wrong.best_of_all,
            "the best epoch is looked for among all losses, also behind the stop. "
            "Those epochs were never trained.",
        ),
        (
            wrong.lowest_first,
            "this looks for the lowest of all losses first. It may lie behind the "
            "stop, where the callback never comes.",
        ),
        (
            wrong.ties_count,
            "an epoch as good as the best counts as an improvement. Keras wants it "
            "to be better.",
        ),
        (
            wrong.compared_with_the_last,
            "each epoch is compared with the one before. The callback compares it "
            "with the best so far.",
        ),
        (
            wrong.best_by_patience,
            "the best epoch is `patience` before the last only where the patience "
            "ran out. It need not: all epochs may have been trained.",
        ),
        (
            wrong.never_stopping,
            "it never stops: the patience is not used yet.",
        ),
    ],
)
