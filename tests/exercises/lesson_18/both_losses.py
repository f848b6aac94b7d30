"""Answers to `both_losses`: right ones, and those that learners write."""

import numpy as np
from sklearn.metrics import log_loss

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_18 as exercise


@right(exercise.both_losses)
def scikit_learns(on_written, on_drawn):
    def entropy(truth, p):
        return log_loss([truth] * len(p), p, labels=[0, 1])

    judging = (entropy(1, on_written) + entropy(0, on_drawn)) / 2
    return [judging, entropy(1, on_drawn)]


@right(exercise.both_losses)
def by_scores(on_written, on_drawn):
    def softplus(score):
        return np.log1p(np.exp(score))

    written, drawn = (np.log(p / (1 - p)) for p in (on_written, on_drawn))
    judging = (softplus(-written).mean() + softplus(drawn).mean()) / 2
    return judging, softplus(-drawn).mean()


@wrong(exercise.both_losses, "the discriminator's first")
def swapped(on_written, on_drawn):
    return by_scores(on_written, on_drawn)[::-1]


@wrong(exercise.both_losses, "here it is their sum")
def not_halved(on_written, on_drawn):
    judging, drawing = by_scores(on_written, on_drawn)
    return 2 * judging, drawing


@wrong(exercise.both_losses, "more weight")
def all_pictures_alike(on_written, on_drawn):
    logs = [*np.log(on_written), *np.log(1 - on_drawn)]
    return -np.mean(logs), -np.mean(np.log(on_drawn))


@wrong(exercise.both_losses, "flat where it is seen through")
def as_first_written(on_written, on_drawn):
    return by_scores(on_written, on_drawn)[0], np.mean(np.log(1 - on_drawn))


@wrong(exercise.both_losses, "for a drawing the truth")
def drawings_called_real(on_written, on_drawn):
    drawing = by_scores(on_written, on_drawn)[1]
    return (np.mean(-np.log(on_written)) + drawing) / 2, drawing


@wrong(exercise.both_losses, "the signs are turned")
def negative(on_written, on_drawn):
    return tuple(-loss for loss in by_scores(on_written, on_drawn))
