"""Cases: the calls on which a learner's function is compared with the solution."""

import copy
from typing import NamedTuple

import numpy as np


class Given(NamedTuple):
    """The arguments of one call."""

    arguments: tuple
    options: dict


def given(*arguments, **options):
    """A case: the arguments that both the answer and the solution are called with."""
    return Given(arguments, options)


def call(function, case):
    """Call with copies of the case's arguments, so that the case stays as it is."""
    arguments = [copied(value) for value in case.arguments]
    options = {key: copied(value) for key, value in case.options.items()}
    return function(*arguments, **options)


def copied(value):
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, list | tuple | dict | set):
        return copy.deepcopy(value)
    return value
