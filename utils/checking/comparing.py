"""Compare an answer with what is right, and say in a sentence how they differ.

Answers may be numbers, lists, tuples, NumPy arrays, Keras or TensorFlow tensors; all
become NumPy arrays, and no tensor library is imported for it.
"""

import numpy as np

from utils.checking.relating import close, relation_of

RELATIVE = 1e-4  # float32, summed in any order, agrees far closer
NUMBERS_AND_WORDS = "biufcUS"  # kinds of dtype


class NotComparable(ValueError):
    """An answer that is no array and no number; the message says what it is instead."""


def as_plain(value):
    """A copy of the value made of NumPy arrays, strings, and tuples of these.

    Raises NotComparable, with a sentence that begins with a verb ("is a dict …").
    """
    if isinstance(value, str | bytes | bool):
        return value
    if value is None:
        raise NotComparable("is None: is a `return` missing?")
    if isinstance(value, dict | set) or hasattr(value, "__next__"):
        kind = type(value).__name__
        raise NotComparable(f"is a {kind}, not a number, list or array.")
    if isinstance(value, tuple | list) and _has_unequal_parts(value):
        return tuple(as_plain(part) for part in value)
    try:
        array = np.array(value)
        if array.dtype == object and not np.any(np.equal(array, None)):
            array = array.astype(float)  # fractions, decimals
    except (TypeError, ValueError) as error:
        kind = type(value).__name__
        raise NotComparable(f"is a {kind} that makes no array of numbers.") from error
    if array.dtype.kind not in NUMBERS_AND_WORDS:
        kind = type(value).__name__
        raise NotComparable(f"is a {kind} that does not consist of numbers.")
    return array


def difference(answer, right, tolerance=RELATIVE, tell=True):
    """None if both agree, else a sentence that begins with a verb; both are `as_plain`.

    Whole numbers must agree, other numbers up to `tolerance` times the largest. For a
    single number, an array that holds one number is as good. tell: whether the sentence
    may name a number that is right.
    """
    if isinstance(right, tuple):
        return _difference_of_parts(answer, right, tolerance, tell)
    if isinstance(answer, tuple):
        return f"consists of {len(answer)} parts of unequal shape; one array is right."
    answer, right = np.asarray(answer), np.asarray(right)
    if right.ndim == 0 and answer.size == 1:
        answer = answer.reshape(())
    if right.dtype.kind in "US" or answer.dtype.kind in "US":
        return _difference_of_words(answer, right)
    if answer.shape != right.shape:
        return _difference_of_shapes(answer.shape, right.shape)
    return _difference_of_values(answer, right, tolerance, tell)


def agree(answer, right, tolerance=RELATIVE):
    """Whether both, each `as_plain`, are the same up to the tolerance."""
    return difference(answer, right, tolerance) is None


def _has_unequal_parts(parts):
    if any(part is None or isinstance(part, str | dict) for part in parts):
        return not all(isinstance(part, str) for part in parts)
    return len({np.shape(part) for part in parts}) > 1


def _difference_of_words(answer, right):
    if answer.shape == right.shape and np.array_equal(answer, right):
        return None
    if right.dtype.kind not in "US":
        return "is text, where numbers are right."
    if right.ndim:
        return "does not hold the right words."
    if answer.ndim or answer.dtype.kind not in "US":
        return "must be a word, text between quotes."
    if str(answer).casefold() == str(right).casefold():
        return "is right but for capital letters."
    return "is the wrong word."


def _difference_of_parts(answer, right, tolerance, tell):
    if not isinstance(answer, tuple) and np.ndim(answer):
        answer = tuple(answer)  # parts that happen to have one shape
    if not isinstance(answer, tuple) or len(answer) != len(right):
        return f"must consist of {len(right)} parts."
    for number, (mine, yours) in enumerate(zip(right, answer, strict=True), start=1):
        text = difference(yours, mine, tolerance, tell)
        if text:
            return f"has a wrong part {number}, which {text}"
    return None


def _difference_of_shapes(answer, right):
    text = f"has the shape {answer}; {right} is right"
    if len(answer) != len(right):
        axes = "axis is" if abs(len(answer) - len(right)) == 1 else "axes are"
        many = "too many" if len(answer) > len(right) else "missing"
        return f"{text}: {abs(len(answer) - len(right))} {axes} {many}."
    steps = {a - b for a, b in zip(answer, right, strict=True) if a != b}
    if steps == {1} or steps == {-1}:
        return f"{text}: one too {'many' if steps == {1} else 'few'}."
    if sorted(answer) == sorted(right):
        return f"{text}: the axes stand in another order."
    return f"{text}."


def _difference_of_values(answer, right, tolerance, tell):
    with np.errstate(all="ignore"):
        wrong = ~close(answer, right, tolerance)
        if not np.any(wrong):
            return None
        relation = relation_of(answer, right, tolerance)
    if relation:
        return relation
    if right.ndim == 0:
        return "is too large." if answer > right else "is too small."
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    where = ", ".join(map(str, place))
    if not tell:
        size = "large" if answer[place] > right[place] else "small"
        return f"is too {size} at [{where}], counted from 0."
    return f"holds {answer[place]:.6g} at [{where}], where {right[place]:.6g} is right."
