"""Whole numbers that somebody gave, checked."""

from operator import index


def at_least(minimum, value, name):
    """Return the value as an int; raises ValueError unless it is whole and that large.

    name: what the sentence calls it, such as "stride".
    """
    try:
        whole = index(value)
    except TypeError:
        whole = minimum - 1
    if whole < minimum:
        raise ValueError(
            f"{name} must be a whole number of at least {minimum}, not {value!r}."
        )
    return whole
