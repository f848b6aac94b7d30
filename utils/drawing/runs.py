"""Results of many trainings: a dot for every run, so that luck is seen."""

import matplotlib.pyplot as plt
import numpy as np


def draw_runs(scores, colors, title="", unit="", ax=None, near=0):
    """Draw a row for each name: a dot for every run, an upright line at the mean.

    scores: {name: (runs,) results}. colors: {name: colour}. unit: label of the x axis.
    Equal runs of a row, and those closer than `near`, are drawn one below the other.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(9, 1.3 + 0.62 * len(scores)))
    for row, (name, runs) in enumerate(scores.items()):
        ax.plot(
            runs,
            row + _stacked(runs, near),
            "o",
            color=colors[name],
            ms=9,
            alpha=0.6,
            mew=0,
        )
        ax.plot(np.mean(runs), row, "|", color=colors[name], ms=30, mew=4)
    ax.set_yticks(range(len(scores)), scores)
    ax.set(xlabel=unit, ylim=(len(scores) - 0.4, -0.6), title=title)
    ax.grid(axis="x", alpha=0.3)
    return ax


def _stacked(runs, near):
    """Return (runs,) heights around 0, apart for runs that are nearly the same."""
    heights = np.zeros(len(runs))
    order = np.argsort(runs, kind="stable")
    steps = np.diff(np.sort(runs))
    apart = (steps >= near) & (steps > 0)
    for group in np.split(order, 1 + np.flatnonzero(apart)):
        step = min(0.17, 0.7 / len(group))
        heights[group] = step * (np.arange(len(group)) - (len(group) - 1) / 2)
    return heights


def draw_bands(x, curves, colors, title="", ax=None):
    """Draw the mean of each name's curves, and a band from the worst to the best run.

    x: (points,). curves: {name: (runs, points)}, at most seven. colors: {name: colour}.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(9, 4.8))
    for (name, runs), marker in zip(curves.items(), "so^DvPX", strict=False):
        runs = np.asarray(runs)
        ax.plot(x, runs.mean(axis=0), f"{marker}-", color=colors[name], label=name)
        low, high = runs.min(axis=0), runs.max(axis=0)
        ax.fill_between(x, low, high, color=colors[name], alpha=0.25, lw=0)
    ax.set_title(title)
    ax.legend(frameon=False)
    return ax


def draw_prices(prices, scores, colors, title="", ax=None):
    """Draw a dot for every run over what it cost, on a logarithmic axis.

    prices, scores: {name: (runs,)}, the same names; each stands beside its dots.
    colors: {name: colour}. Unlike runs are not joined by a line.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(9, 4.4))
    for name, runs in scores.items():
        ax.plot(prices[name], runs, "o", color=colors[name], ms=9, alpha=0.6, mew=0)
        beside = np.max(prices[name]), np.mean(runs)
        look = {"textcoords": "offset points", "va": "center"}
        ax.annotate(name, beside, (12, 0), **look)
    ax.set_xscale("log")
    ax.minorticks_off()
    ax.margins(x=0.12, y=0.12)
    ax.set_title(title)
    ax.grid(axis="y", alpha=0.3)
    return ax
