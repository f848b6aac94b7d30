"""Answers to `early_stop`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_08 as exercise


@right(exercise.early_stop)
def by_keras(val_losses, patience):
    import keras

    callback = keras.callbacks.EarlyStopping("val_loss", patience=patience)
    model = keras.Sequential()
    model.stop_training = False
    callback.set_model(model)
    callback.on_train_begin()
    for epoch, loss in enumerate(val_losses):
        callback.on_epoch_end(epoch, {"val_loss": loss})
        if model.stop_training:
            break
    return epoch + 1, callback.best_epoch + 1


@right(exercise.early_stop)
def by_waiting(val_losses, patience):
    best, best_epoch, waited = np.inf, 0, 0
    for epoch, loss in enumerate(val_losses, start=1):
        waited += 1
        if loss < best:
            best, best_epoch, waited = loss, epoch, 0
        if waited == patience:
            return [epoch, best_epoch]
    return [len(val_losses), best_epoch]


@right(exercise.early_stop)
def by_argmin(val_losses, patience):
    for n in range(1, len(val_losses) + 1):
        best = np.argmin(val_losses[:n]) + 1
        if n - best == patience:
            break
    return np.array([n, best])


@right(exercise.early_stop)
def from_infinity(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=float("inf"))


def _with_a_counter(val_losses, patience, best, kept=0, resets=True, needed=0):
    """The callback as most write it, right or wrong in the parts named."""
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best - needed:
            best, kept = loss, epoch
            waited = 0 if resets else waited
        else:
            waited += 1
            if waited >= patience:
                return epoch, kept
    return len(val_losses), kept


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_one(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=1.0)


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_nearly_one(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=0.99, kept=1)


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_nothing(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=0, kept=1)


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_one_by_difference(val_losses, patience):
    best, kept = 1, 1
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best, kept = loss, epoch
        if epoch - kept >= patience:
            break
    return epoch, kept


@wrong(exercise.early_stop, "It begins anew then")
def waits_on(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=np.inf, resets=False)


@wrong(exercise.early_stop, "early_stop([0.4, 0.3996, 0.3992, 0.3988], 1) returns")
def wants_a_thousandth(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=np.inf, needed=1e-3)


@wrong(exercise.early_stop, "it stops too early")
def impatient(val_losses, patience):
    best, waited = 1, 0
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < val_losses[best - 1]:
            best, waited = epoch, 0
        elif waited + 1 >= patience - 1:
            return epoch, best
        else:
            waited += 1
    return len(val_losses), best


@wrong(exercise.early_stop, "it stops too early")
def one_off(val_losses, patience):
    return by_argmin(val_losses, patience - 1)


@wrong(exercise.early_stop, "the best epoch is counted from 0")
def best_from_zero(val_losses, patience):
    return by_argmin(val_losses, patience) - np.array([0, 1])


@wrong(exercise.early_stop, "the trained epochs are one too few")
def trained_from_zero(val_losses, patience):
    return by_argmin(val_losses, patience) - np.array([1, 0])


@wrong(exercise.early_stop, "where the callback never comes")
def lowest_first(val_losses, patience):
    best = val_losses.index(min(val_losses)) + 1
    return min(len(val_losses), best + patience), best


@wrong(exercise.early_stop, "one epoch too long")
def too_patient(val_losses, patience):
    for n in range(1, len(val_losses) + 1):
        best = np.argmin(val_losses[:n]) + 1
        if n - best > patience:
            break
    return n, best


@wrong(exercise.early_stop, "counted from 1")
def from_zero(val_losses, patience):
    return by_argmin(val_losses, patience) - 1


@wrong(exercise.early_stop, "in the wrong order")
def exchanged(val_losses, patience):
    return by_argmin(val_losses, patience)[::-1]


@wrong(exercise.early_stop, "were never trained")
def looks_ahead(val_losses, patience):
    return by_argmin(val_losses, patience)[0], np.argmin(val_losses) + 1


@wrong(exercise.early_stop, "compared with the one before")
def with_the_last(val_losses, patience):
    best, waited = 1, 0
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < val_losses[epoch - 2]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(val_losses), best


@wrong(exercise.early_stop, "Keras wants it to be better")
def ties_count(val_losses, patience):
    best, best_epoch = np.inf, 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss <= best:
            best, best_epoch = loss, epoch
        if epoch - best_epoch == patience:
            break
    return epoch, best_epoch


@wrong(exercise.early_stop, "the patience is not used yet")
def never_stops(val_losses, patience):
    return len(val_losses), val_losses.index(min(val_losses)) + 1


@wrong(exercise.early_stop, "has the shape (); (2,) is right")
def the_stop_alone(val_losses, patience):
    return by_argmin(val_losses, patience)[0]


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_ten(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=10)


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_a_million(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=1e6)


@wrong(exercise.early_stop, "right, but it changes your `val_losses`: work on a copy")
def sorts_the_losses(val_losses, patience):
    trained, best = from_infinity(val_losses, patience)
    val_losses.sort()
    return trained, best
