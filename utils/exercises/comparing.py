"""Compare an answer with what is right, and say in a sentence how they differ.

Answers may be numbers, lists, tuples, NumPy arrays, Keras or TensorFlow tensors; all
become NumPy arrays, and no tensor library is imported for it.
"""

import numpy as np

RELATIVE = 1e-4  # float32, summed in any order, agrees far closer
WHOLE = 1e-3  # whole numbers may come out of a float computation
SINGLE = 1e-6  # what float32 rounds off, relative to the largest number
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
        wrong = ~_close(answer, right, tolerance)
        if not np.any(wrong):
            return None
        relation = _relation(answer, right, tolerance)
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


def _close(answer, right, tolerance):
    """Where both agree; `right` decides how close they must be."""
    both_nan = np.isnan(answer) & np.isnan(right)
    if right.dtype.kind in "iub":
        limit = WHOLE
    else:
        finite = np.abs(right[np.isfinite(right)])
        limit = tolerance * max(finite.max(initial=0), 1e-5)
    distance = np.abs(
        np.subtract(answer, right, dtype=np.result_type(answer, right, float))
    )
    return (distance <= limit) | both_nan | (answer == right)


def _relation(answer, right, tolerance):
    """The simple way, if any, in which a wrong array comes from the right one."""

    def same(other):
        return other.shape == right.shape and np.all(_close(answer, other, tolerance))

    if answer.dtype.kind == "c":
        return "is complex: take its real part, `.real`."
    if np.any(np.isnan(answer) & ~np.isnan(right)):
        return "holds nan (not a number): something is divided by zero or overflows."
    if right.dtype.kind == "f" and not np.array_equal(right, np.trunc(right)):
        if lost := _lost_decimals(answer, right):
            return lost
    if answer.dtype.kind in "iu" and answer.dtype.itemsize < 8:
        if np.all((answer.astype(float) - right) % 256 == 0):
            return (
                f"overflows: {answer.dtype} cannot hold these numbers and starts again "
                "from the other end. Convert to float first."
            )
    if same(-right.astype(float)):
        return "has the opposite sign everywhere."
    if right.ndim >= 2 and same(right.swapaxes(-1, -2)):
        return "is transposed: rows and columns are exchanged."
    if right.ndim >= 2 and same(np.flip(right)):
        return "is turned by 180 degrees."
    return _constant_relation(answer, right, tolerance)


def _lost_decimals(answer, right):
    """Say so if the answer is the right one, cut off or rounded (exactly)."""
    cut_off = any(np.array_equal(answer, cut(right)) for cut in (np.trunc, np.floor))
    if cut_off and answer.dtype.kind in "iub":
        return "has lost its decimals: compute with floats, not with integers."
    if not np.any(answer):
        return None  # what is 0 everywhere has other reasons
    if cut_off and answer.size > 2:  # fewer floats may be whole by chance
        return "has lost its decimals: is there a // or an int()?"
    rounded = [np.round(right, digits) for digits in (2, 3)]
    if any(np.allclose(answer, other, SINGLE, 1e-9) for other in rounded):
        return "is rounded: return it as it is."
    return None


def _constant_relation(answer, right, tolerance):
    """Say so if a step or a factor leads from one to the other, small numbers too."""
    if right.size < 2 or len(np.unique(right)) < 2:
        return None
    answer, right = answer.astype(float), right.astype(float)
    rounding = SINGLE * np.abs(answer[np.isfinite(answer)]).max(initial=0)
    step = answer.flat[0] - right.flat[0]
    if np.allclose(answer, right + step, rtol=0, atol=rounding):
        return f"is {abs(step):.4g} too {'large' if step > 0 else 'small'} everywhere."
    largest = np.argmax(np.abs(right))
    factor = answer.flat[largest] / right.flat[largest]
    telling = right.size > 2 or np.all(right)  # next to a single 0, all is a factor
    if telling and factor and np.allclose(answer, right * factor, tolerance, rounding):
        return f"is {factor:.4g} times the right one everywhere."
    return None
