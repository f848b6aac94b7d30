"""Whether an answer to `fine_tuned` trains head and base as it should."""

from functools import cache

import numpy as np

from utils.checking.changes import changed_by, sentence_of_change, state_of
from utils.checking.unsolved import Unsolved
from utils.checking.verdicts import State, Verdict
from utils.exercises.lesson_13.small_base import CLASSES, SIDE, small_base

LEAST_RIGHT, MOST_MOVED = 0.8, 0.1


def problem_of_training(answer):
    import keras

    base = _trained_base()
    before = {v.path: v.numpy() for v in base.variables}
    images, labels = _stripes(60, seed=2)
    states = state_of(images), state_of(labels)
    keras.utils.set_random_seed(0)
    model = answer(base, images, labels)
    if model is ...:
        raise Unsolved
    if not isinstance(model, keras.Model):
        text = f"must return the model, not {type(model).__name__}."
        if isinstance(model, tuple):
            text += " (The lesson's fine_tune returns a model and its history.)"
        return text
    takes = getattr(model, "input_shape", images.shape)[1:]
    if takes[-1] != images.shape[-1]:
        return (
            f"the model takes {takes} for each image, and an image is "
            f"{images.shape[1:]}. Return base, pooling and head in one model."
        )
    new_images, new_labels = _stripes(150, seed=3)
    answers = np.asarray(model(new_images, training=False))
    if answers.shape != (len(new_images), CLASSES):
        return (
            f"the model gives {answers.shape} for {len(new_images)} images; right is "
            f"{(len(new_images), CLASSES)}, one probability for each class in the "
            "labels."
        )
    if answers.min() < 0 or not np.allclose(answers.sum(axis=1), 1, atol=1e-3):
        return "its answers are no probabilities: the head ends in softmax."
    problem, moved = _what_has_moved(base, before)
    share = np.mean(answers.argmax(axis=1) == new_labels)
    if not problem and share < LEAST_RIGHT:
        problem = (
            f"only {share:.0%} of new images are right; {LEAST_RIGHT:.0%} can be had. "
            "Train the head longer, or with a larger rate, before the base is unfrozen."
        )
    names, arrays = ["base", "images", "labels"], [base, images, labels]
    changed = changed_by(answer, names, [state_of(base), *states], arrays)
    if not problem and changed:
        problem = sentence_of_change(next(iter(changed)))
    if problem:
        return problem
    return Verdict(
        State.RIGHT,
        f"✓ {share:.0%} of new images right. The filters of the base moved by "
        f"{100 * moved:.2g} % of their size, its batch normalisation not at all. "
        "First the head, then small steps for all: that is the whole recipe.",
    )


def _what_has_moved(base, before):
    """A sentence about what should not have moved so, and how far the filters moved."""

    def change(variable):
        size = np.linalg.norm(before[variable.path])
        return np.linalg.norm(variable.numpy() - before[variable.path]) / size

    norms = [v for v in base.variables if "_bn/" in v.path]
    if any(np.any(v.numpy() != before[v.path]) for v in norms):
        return (
            "batch normalisation has changed: its γ, its β or its moving averages. "
            "Freeze each such layer by its own switch before you train.",
            0,
        )
    moved = max(change(v) for v in base.variables if v.path.endswith("/kernel"))
    if moved == 0:
        return (
            "the head has learned, the base has not: its filters are as before. "
            "Unfreeze it (its own switch first, then the layers' switches), compile "
            "again, or the change is not noticed, and train this base, not a copy.",
            0,
        )
    if moved > MOST_MOVED:
        return (
            f"the filters of the base moved by {moved:.0%} of their size: what they "
            "knew is being overwritten. Train the head first, with the base frozen, "
            "then everything with a far smaller learning rate.",
            0,
        )
    return None, moved


def _trained_base():
    """The small base with averages that fit, as if it had been trained before."""
    base = small_base()
    base.set_weights(_fitting_weights())
    return base


@cache
def _fitting_weights():
    from keras import layers

    random = np.random.default_rng(4)
    maps, _ = _stripes(200, seed=1)
    base = small_base()
    for layer in base.layers[1:]:
        if isinstance(layer, layers.BatchNormalization):
            layer.moving_mean.assign(maps.mean(axis=(0, 1, 2)))
            layer.moving_variance.assign(maps.var(axis=(0, 1, 2)))
        elif layer.weights:
            layer.kernel.assign(random.normal(0, 0.2, layer.kernel.shape))
        maps = layer(maps).numpy()
    return base.get_weights()


def _stripes(count, seed):
    """Noisy pictures with stripes in three directions: (n, 12, 12, 1), labels."""
    random = np.random.default_rng(seed)
    labels = np.arange(count) % CLASSES
    rows, columns = np.mgrid[:SIDE, :SIDE]
    along = np.stack([rows, columns, (rows + columns) / 2**0.5])[labels]
    phases = random.uniform(0, 2 * np.pi, (count, 1, 1))
    images = 0.5 + 0.3 * np.sin(1.6 * along + phases)
    images += random.normal(0, 0.15, images.shape)
    return images[..., np.newaxis].astype("float32"), labels
