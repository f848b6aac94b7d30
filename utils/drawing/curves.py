"""How a training went, epoch by epoch: numbers in, Matplotlib axes out."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np

from utils.drawing.colours import BLUE, ORANGE


def plot_history(history, metric="accuracy"):
    """Plot loss and one metric per epoch, training and validation together.

    history: what `model.fit(...)` returns, or the dict of lists that it holds; needs
    "loss" and metric, and draws "val_loss" and "val_" + metric where they are there.
    Returns both axes. Raises TypeError for something else, ValueError for a missing
    metric.
    """
    history = getattr(history, "history", history)
    if not isinstance(history, Mapping):
        raise TypeError(
            "plot_history needs what model.fit(…) returns, or a dict with a list for "
            f"each metric, not {type(history).__name__}."
        )
    missing = [name for name in ("loss", metric) if name not in history]
    if missing:
        raise ValueError(
            f"The history has no {missing[0]!r}, only {', '.join(history)}: "
            "name one of these as the metric."
        )
    _, axes = plt.subplots(1, 2, figsize=(11, 4))
    for ax, name in zip(axes, ("loss", metric), strict=True):
        epochs = np.arange(1, len(history[name]) + 1)
        ax.plot(epochs, history[name], "o-", color=BLUE, label="training")
        if f"val_{name}" in history:
            validation = history[f"val_{name}"]
            ax.plot(epochs, validation, "s--", color=ORANGE, label="validation")
        ax.set(xlabel="epoch", ylabel=name.replace("_", " "))
        ax.xaxis.get_major_locator().set_params(integer=True)
        ax.legend(frameon=False)
    return axes
