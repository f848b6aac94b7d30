"""Calls and values as text: the smallest example in a learner's message."""

import textwrap

import numpy as np

PAGE_WIDTH = 84
MOST_IN_A_LINE = 8
MOST_LETTERS = 400  # of a list that is printed in full
MOST_NUMBERS = 50  # of an array that is printed in full


def describe_call(name, parameters, arguments):
    """A call as (one line of code, the arrays in it as lines below)."""
    shown, below = [], []
    for parameter, value in zip(parameters, arguments, strict=False):
        text = parameter
        if is_short(value):
            text = describe(value)
        elif isinstance(value, np.ndarray) or _is_plain(value):
            below.append(f"{parameter} = {describe(value, indent=len(parameter) + 3)}")
        shown.append(text)
    return f"{name}({', '.join(shown)})", below


def _is_plain(value):
    """Whether a value is a number, a text, or a list of such, and not too long."""
    if isinstance(value, list | tuple):
        return len(repr(value)) <= MOST_LETTERS and all(map(_is_plain, value))
    return isinstance(value, str | int | float) and len(repr(value)) <= MOST_LETTERS


def describe(value, indent=0):
    """A value as text: small arrays in full, of large ones the shape."""
    if isinstance(value, tuple) and any(np.ndim(part) for part in value):
        return "(" + ", ".join(describe(part) for part in value) + ")"
    if isinstance(value, tuple | list | str | int | bool):
        return repr(value)
    array = np.asarray(value)
    if array.ndim == 0:
        return _describe_number(array.item())
    if array.size > MOST_NUMBERS:
        return f"an array of shape {array.shape}"
    if array.ndim > 2:
        return _describe_deep(array, indent)
    if array.ndim == 1:
        return f"[{', '.join(describe(number) for number in array)}]"
    return np.array2string(array, precision=4, suppress_small=True, prefix=" " * indent)


def _describe_number(number):
    """A number with six digits; a whole one with all of them."""
    if isinstance(number, float) and not (number.is_integer() and abs(number) < 1e9):
        return f"{number:.6g}"
    return str(int(number) if isinstance(number, float) else number)


def _describe_deep(array, indent):
    """An array of many axes: without those of length 1, if that makes it flat."""
    if array.size > MOST_IN_A_LINE and np.all(array == array.flat[0]):
        number = _describe_number(array.flat[0].item())
        return f"{number} everywhere, in the shape {array.shape}"
    flat = array.squeeze()
    if flat.ndim <= 2:
        return f"{describe(flat, indent)} in the shape {array.shape}"
    look = {"precision": 4, "suppress_small": True, "prefix": " " * indent}
    return np.array2string(array, **look)


def fold(text):
    """Break lines that are longer than a page is wide."""
    lines = text.splitlines()
    return "\n".join(
        textwrap.fill(line, PAGE_WIDTH) if len(line) > PAGE_WIDTH else line
        for line in lines
    )


def is_short(value):
    """Whether the value's text stands well in a line."""
    if isinstance(value, np.ndarray) and value.ndim:
        return value.ndim == 1 and value.size <= MOST_IN_A_LINE
    return len(describe(value)) <= 60 and "\n" not in describe(value)


def is_small(value):
    """Whether a value, plain or an argument, can be shown in full."""
    if isinstance(value, tuple) and any(np.ndim(part) for part in value):
        return all(is_small(part) for part in value)
    if isinstance(value, np.ndarray):
        return value.size <= MOST_NUMBERS
    return isinstance(value, tuple | list | str | int | float)


def describe_example(call, below, answer, right):
    """Say what a call returns and what it should return, both `as_plain`."""
    given = f"{call} with\n" + "\n".join(below) + "\n" if below else f"{call} "
    if describe(answer) == describe(right):  # both too large to be shown
        return f"The call was {given}".rstrip()
    if is_short(answer) and is_short(right):
        return f"{given}returns {describe(answer)}. Right is {describe(right)}."
    return f"{given}returns\n{describe(answer)}\nRight is\n{describe(right)}"
