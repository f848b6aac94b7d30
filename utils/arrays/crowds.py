"""How far two crowds of points lie apart, by their means and by how they scatter."""

import numpy as np


def frechet_distance(first, second):
    """Return the Fréchet distance of two crowds, a float from 0 up.

    first, second: (n, features) and (m, features), finite numbers, a row for each
    point, at least two rows. Each crowd is taken for a normal distribution with its own
    mean m and covariance C: |m₁ − m₂|² + trace(C₁ + C₂ − 2 √(C₁ C₂)), in the unit of
    the features, squared; 0 for equal means and covariances, whatever else differs.
    Raises ValueError for anything else.
    Source: Dowson, Landau (1982), The Fréchet distance between multivariate normal
    distributions, Journal of Multivariate Analysis 12. As a score of generated
    pictures: Heusel and others (2017), arXiv:1706.08500, equation 6.
    """
    first, second = _crowd(first), _crowd(second)
    if first.shape[1] != second.shape[1]:
        raise ValueError(
            "Two crowds have equally many features, not "
            f"{first.shape[1]} and {second.shape[1]}."
        )
    between = np.sum((first.mean(axis=0) - second.mean(axis=0)) ** 2)
    one, other = (np.atleast_2d(np.cov(crowd.T)) for crowd in (first, second))
    # The trace of a root is the sum of the roots of the eigenvalues. Those of a product
    # of two covariances are real and not negative, but for rounding.
    shared = np.sqrt(np.linalg.eigvals(one @ other).real.clip(0)).sum()
    return float(max(between + np.trace(one) + np.trace(other) - 2 * shared, 0))


def _crowd(points):
    points = np.asarray(points, dtype=np.float64)
    if points.ndim != 2 or len(points) < 2 or not points.shape[1]:
        raise ValueError(
            "A crowd is an array (points, features) with at least two points, not one "
            f"of shape {points.shape}."
        )
    if not np.isfinite(points).all():
        raise ValueError("The features of a crowd are finite numbers.")
    return points
