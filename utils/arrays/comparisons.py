"""Better, equal, or luck? Results of many seeds compared, and the comparisons counted.

Lesson 5 says what the two rules mean.
"""

import itertools

import numpy as np
from scipy.special import nctdtr, stdtrit


def interval_of_mean(differences, confidence):
    """Return (low, high), between which the mean of all possible runs lies.

    differences: (..., runs), at least two runs, one after the other subtracted seed by
    seed; the interval is that of the last axis. confidence: 0.95 for intervals of which
    95 in 100 are right. Right for differences that scatter like a bell; Student's t
    makes up for the spread being guessed from few runs.
    Source: Student (1908), The probable error of a mean, Biometrika 6.
    """
    return _interval(differences, confidence, shared=0)


def interval_over_splits(differences, confidence, test_share):
    """The same for runs that each split one collection anew, by chance.

    Such runs share what they learn from and are tested on, so they scatter less than
    new collections would; the interval is wider by as much. test_share: of the
    collection, the share that is tested on, above 0 and below 1; all else is learnt
    from.
    Source: Nadeau and Bengio (2003), Inference for the generalization error, Machine
    Learning 52, the corrected resampled t-test.
    """
    if not 0 < test_share < 1:
        raise ValueError(f"test_share must lie between 0 and 1, not {test_share}.")
    return _interval(differences, confidence, test_share / (1 - test_share))


def _interval(differences, confidence, shared):
    differences = np.asarray(differences, dtype=float)
    if differences.ndim == 0 or differences.shape[-1] < 2:
        raise ValueError("An interval needs the differences of two runs or more.")
    runs = differences.shape[-1]
    mean = differences.mean(axis=-1)
    standard_error = differences.std(axis=-1, ddof=1) * np.sqrt(1 / runs + shared)
    reach = stdtrit(runs - 1, (1 + confidence) / 2) * standard_error
    return mean - reach, mean + reach


def seeds_needed(difference, spread, confidence, power=0.8):
    """Return how many seeds make a difference clear in a share `power` of attempts.

    difference: between the two means. spread: standard deviation of the differences
    seed by seed; √2 times that of single runs where the two scatter alike and their
    seeds have nothing in common. confidence: that of the interval.
    Source: the power of Student's t test, by the noncentral t distribution.
    """
    if difference <= 0 or spread <= 0:
        raise ValueError("difference and spread must be above 0.")
    for seeds in itertools.count(2):
        reach = stdtrit(seeds - 1, (1 + confidence) / 2)
        if 1 - nctdtr(seeds - 1, difference / spread * np.sqrt(seeds), reach) >= power:
            return seeds


class Comparisons:
    """The comparisons of one lesson, of which 95 lessons in 100 get none wrong.

    scores: {name: (seeds,) results, more is better}, the same seeds in the same order
    for all, so that results pair; may grow later. planned: how many pairs the lesson
    compares, said beforehand; they share the 5 % of error (Bonferroni), so the more
    there are, the wider each interval is. A pair that is asked for twice counts once.
    test_share: where a run is not a seed but another split of one collection, the share
    that each split tests on; the intervals are then those of interval_over_splits.
    """

    def __init__(self, scores, planned, error=0.05, test_share=None):
        self.scores, self.planned, self.test_share = scores, planned, test_share
        self.confidence = 1 - error / planned
        self.pairs = set()

    def interval(self, name, other):
        """Return (low, high) for how far name is ahead of other, on average.

        Raises KeyError for a name without results, ValueError for results that do not
        pair, and for one pair more than was planned.
        """
        runs, others = (np.asarray(self._results(key)) for key in (name, other))
        if runs.shape != others.shape or runs.ndim != 1:
            raise ValueError(
                f"{name!r} and {other!r} need one result for each seed, of the same "
                f"seeds: they have the shapes {runs.shape} and {others.shape}."
            )
        self._count(name, other)
        if self.test_share is None:
            return interval_of_mean(runs - others, self.confidence)
        return interval_over_splits(runs - others, self.confidence, self.test_share)

    def clearly_better(self, name, other):
        """Whether name is ahead of other beyond luck: the interval lies above zero."""
        low, _ = self.interval(name, other)
        return bool(low > 0)

    def about_equal(self, name, other, margin):
        """Whether they differ by less than margin beyond luck.

        The whole interval lies within the margin, so noisy runs do not pass for equal
        ones: the noisier they are, the harder it gets.
        """
        low, high = self.interval(name, other)
        return bool(-margin < low and high < margin)

    def _results(self, name):
        if name not in self.scores:
            raise KeyError(
                f"There are no results of {name!r}, only of {', '.join(self.scores)}."
            )
        return self.scores[name]

    def _count(self, name, other):
        pairs = self.pairs | {frozenset((name, other))}
        if len(pairs) > self.planned:
            raise ValueError(
                f"{self.planned} comparisons were planned, and {name!r} with {other!r} "
                "is one more: raise `planned`, which makes every interval wider."
            )
        self.pairs = pairs
