"""A crowd of pictures by their kinds: how many, how different, and how new."""

import numpy as np


def effective_kinds(kinds):
    """Return e to the entropy of the kinds' shares: 10 of ten equally frequent ones.

    kinds: (n,) whole numbers from 0 up, at least one. Lesson 18's third task.
    """
    kinds = np.asarray(kinds)
    if kinds.ndim != 1 or not len(kinds):
        raise ValueError("Kinds are a row of at least one number.")
    shares = np.bincount(kinds) / len(kinds)
    shares = shares[shares > 0]
    return float(np.exp(-np.sum(shares * np.log(shares))))


def spread_within(points, kinds):
    """Return the mean squared distance of the points from the mean of their own kind.

    points: (n, features). kinds: (n,) whole numbers. In the unit of the features,
    squared; 0 where all points of a kind are the same. This is what k-means calls
    inertia, divided by n. Dive 18c's second task.
    """
    points, kinds = np.asarray(points, dtype=np.float64), np.asarray(kinds)
    if points.ndim != 2 or kinds.shape != points.shape[:1] or not len(kinds):
        raise ValueError("Spread needs points (n, features), and n kinds.")
    apart = np.empty_like(points)
    for kind in np.unique(kinds):
        own = points[kinds == kind]
        apart[kinds == kind] = own - own.mean(axis=0)
    return float(np.sum(apart**2) / len(points))


def to_the_nearest(points, others, at_once=500):
    """Return (n,): how far each point lies from the nearest of the others, squared.

    points: (n, features), others: (m, features). The largest table in between has
    at_once rows and m columns.
    """
    points, others = (np.asarray(p, dtype=np.float32) for p in (points, others))
    if points.ndim != 2 or others.ndim != 2 or points.shape[1] != others.shape[1]:
        raise ValueError("Both are points (n, features) with equally many features.")
    lengths = np.sum(others**2, axis=1)
    nearest = [
        (lengths - 2 * some @ others.T).min(axis=1) + np.sum(some**2, axis=1)
        for some in np.split(points, range(at_once, len(points), at_once))
    ]
    return np.concatenate(nearest).clip(0)
