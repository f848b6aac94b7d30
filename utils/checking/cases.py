"""Cases: the calls on which a learner's function is compared with the solution."""

import copy

import numpy as np


def given(*arguments):
    """A case: the arguments that both the answer and the solution are called with.

    They are handed over by position, so that an answer may name its parameters freely.
    """
    return arguments


def call(function, case):
    """Call with copies of the case's arguments, so that the case stays as it is."""
    return function(*copies(case))


def copies(case):
    """A copy of each argument of a case."""
    return [copied(value) for value in case]


def copied(value):
    """A copy of an array or a collection; anything else, like a network, itself."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, list | tuple | dict | set):
        return copy.deepcopy(value)
    return value
