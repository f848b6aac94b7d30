"""`early_stop`, each time with another mistake."""

import numpy as np


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


def _lowest(losses):
    return int(np.argmin(losses)) + 1


def one_epoch_too_long(losses, patience):
    return _stopping(losses, patience + 1)


def too_early(losses, patience):
    return _stopping(losses, max(patience - 1, 1))


def stops_at_once(losses, patience):
    """Checked in every epoch, an improvement included, and one too early."""
    best, kept = losses[0], 1
    for epoch, loss in enumerate(losses, start=1):
        if loss < best:
            best, kept = loss, epoch
        if epoch - kept >= patience - 1:
            return epoch, kept
    return len(losses), kept


def without_reset(losses, patience):
    worse = [n for n in range(1, len(losses)) if losses[n] >= min(losses[:n])]
    trained = [*worse, *[len(losses) - 1] * patience][patience - 1] + 1
    return trained, _lowest(losses[:trained])


def started_at(low):
    """Three ways to begin with a best loss that no epoch had."""

    def before_the_first(losses, patience):
        return tuple(np.subtract(_stopping([low, *losses], patience), 1))

    def never_epoch_0(losses, patience):
        return tuple(np.maximum(before_the_first(losses, patience), 1))

    def as_the_first(losses, patience):
        return _stopping([min(low, losses[0]), *losses[1:]], patience)

    return before_the_first, never_epoch_0, as_the_first


def counted_from_0(losses, patience):
    return tuple(np.subtract(_stopping(losses, patience), 1))


def best_counted_from_0(losses, patience):
    return tuple(np.subtract(_stopping(losses, patience), (0, 1)))


def trained_counted_from_0(losses, patience):
    return tuple(np.subtract(_stopping(losses, patience), (1, 0)))


def exchanged(losses, patience):
    return _stopping(losses, patience)[::-1]


def best_of_all(losses, patience):
    return _stopping(losses, patience)[0], _lowest(losses)


def lowest_first(losses, patience):
    return min(_lowest(losses) + patience, len(losses)), _lowest(losses)


def ties_count(losses, patience):
    return _stopping(losses, patience, lambda loss, best, last: loss <= best)


def compared_with_the_last(losses, patience):
    return _stopping(losses, patience, lambda loss, best, last: loss < last)


def best_by_patience(losses, patience):
    trained, _ = _stopping(losses, patience)
    return trained, max(trained - patience, 1)


def never_stopping(losses, patience):
    return len(losses), _lowest(losses)
