"""Compare an answer with what is right, and say in a sentence how they differ.

Answers may be numbers, lists, tuples, NumPy arrays, Keras or TensorFlow tensors; all
become NumPy arrays, and no tensor library is imported for it.
"""

import numpy as np

from utils.checking.claims import claims_of, is_true_of
from utils.checking.relating import close, fault_of_numbers

RELATIVE = 1e-4  # float32, summed in any order, agrees far closer
NUMBERS_AND_WORDS = "biufcUS"  # kinds of dtype
ENOUGH_NUMBERS = 3  # single numbers, one a case, of which a step or a factor is claimed


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


def difference(answer, right, tolerance=RELATIVE, tell=True, others=()):
    """None if both agree, else a sentence that begins with a verb; both are `as_plain`.

    Whole numbers must agree, other numbers up to `tolerance` times the largest. For a
    single number, an array that holds one number is as good. tell: whether the sentence
    may name a number that is right. others: pairs (answer, right) of other cases; what
    is said of all of a result ("twice the right one everywhere") is true of them, too.
    """
    if isinstance(right, tuple):
        return _difference_of_parts(answer, right, tolerance, tell, others)
    if isinstance(answer, tuple):
        return f"consists of {len(answer)} parts of unequal shape; one array is right."
    answer, right = _as_arrays(answer, right)
    if right.dtype.kind in "US" or answer.dtype.kind in "US":
        return _difference_of_words(answer, right)
    others = _pairs_of_arrays(others)
    if answer.shape != right.shape:
        return _difference_of_shapes(answer, right, tolerance, others)
    if np.all(close(answer, right, tolerance)):
        return None
    with np.errstate(all="ignore"):
        fault = fault_of_numbers(answer, right)
        claim = fault or _claim_in_all(answer, right, tolerance, others)
    return claim or _difference_of_values(answer, right, tolerance, tell)


def agree(answer, right, tolerance=RELATIVE):
    """Whether both, each `as_plain`, are the same up to the tolerance."""
    return difference(answer, right, tolerance) is None


def is_ambiguous(answer, right, tolerance, others):
    """Whether this example, seen alone, suggests what is not true in other cases."""
    if isinstance(right, tuple) or isinstance(answer, tuple):
        return False
    answer, right = _as_arrays(answer, right)
    if right.dtype.kind in "US" or answer.dtype.kind in "US":
        return False
    suggested = claims_of(answer, right, tolerance)
    return bool(suggested) and not any(
        is_true_of(claim, _pairs_of_arrays(others)) for claim in suggested
    )


def _as_arrays(answer, right):
    answer, right = np.asarray(answer), np.asarray(right)
    if right.ndim == 0 and answer.size == 1:
        answer = answer.reshape(())
    return answer, right


def _pairs_of_arrays(pairs):
    """Those pairs that hold numbers, as arrays."""
    arrays = [_as_arrays(*pair) for pair in pairs if not _holds_parts(pair)]
    return [
        pair for pair in arrays if not any(part.dtype.kind in "US" for part in pair)
    ]


def _holds_parts(pair):
    return any(isinstance(part, tuple) for part in pair)


def _claim_in_all(answer, right, tolerance, others):
    """The sentence that is true of this result and of all others; None if none is."""
    if right.ndim == 0:
        return _claim_of_numbers([(answer, right), *others], tolerance)
    for claim in claims_of(answer, right, tolerance):
        if is_true_of(claim, others):
            return claim.sentence
    return None


def _claim_of_numbers(pairs, tolerance):
    """What relates single numbers, one a case, if they are enough to tell."""
    if len(pairs) < ENOUGH_NUMBERS or any(part.ndim for pair in pairs for part in pair):
        return None
    answers, rights = (np.array(numbers) for numbers in zip(*pairs, strict=True))
    for claim in claims_of(answers, rights, tolerance):
        # Each number is a case of its own: a huge one must not excuse the others.
        if "everywhere" in claim.sentence and is_true_of(claim, pairs):
            return claim.sentence.replace("everywhere", "in every case")
    return None


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


def _difference_of_parts(answer, right, tolerance, tell, others):
    answer, count = _parts(answer), len(right)
    if not isinstance(answer, tuple) or len(answer) != count:
        return f"must consist of {count} parts."
    others = [(_parts(one), other) for one, other in others]
    others = [pair for pair in others if isinstance(pair[0], tuple)]
    others = [pair for pair in others if len(pair[0]) == len(pair[1]) == count]
    for number, (mine, yours) in enumerate(zip(right, answer, strict=True)):
        pairs = [(one[number], other[number]) for one, other in others]
        text = difference(yours, mine, tolerance, tell, pairs)
        if text:
            return f"has a wrong part {number + 1}, which {text}"
    return None


def _parts(answer):
    """The parts of a result that should have several, be they of one shape or not."""
    if not isinstance(answer, tuple) and np.ndim(answer):
        return tuple(answer)  # parts that happen to have one shape
    return answer


def _difference_of_shapes(answer, right, tolerance, others):
    text = f"has the shape {answer.shape}; {right.shape} is right"
    missing = right.ndim - answer.ndim
    if missing:
        axes = "axis is" if abs(missing) == 1 else "axes are"
        return (
            f"{text}: {abs(missing)} {axes} {'missing' if missing > 0 else 'too many'}."
        )
    if claim := _claim_in_all(answer, right, tolerance, others):
        return claim
    pairs = [(answer, right), *others]
    steps = {step for pair in pairs for step in _steps(*pair)}
    if steps == {1} or steps == {-1}:
        return f"{text}: one too {'many' if steps == {1} else 'few'}."
    return f"{text}."


def _steps(answer, right):
    """By how much the sides of a result differ from the right ones, where they do."""
    if answer.ndim != right.ndim:
        return {None}
    sides = zip(answer.shape, right.shape, strict=True)
    return {mine - yours for mine, yours in sides if mine != yours}


def _difference_of_values(answer, right, tolerance, tell):
    wrong = ~close(answer, right, tolerance)
    if right.ndim == 0:
        return "is too large." if answer > right else "is too small."
    place = tuple(int(i) for i in np.argwhere(wrong)[0])
    where = ", ".join(map(str, place))
    size = "large" if answer[place] > right[place] else "small"
    if not tell and right.ndim == 1:
        return f"has too {size} a number in place {place[0] + 1} of {right.size}."
    if not tell:
        return f"is too {size} at [{where}], counted from 0."
    return f"holds {answer[place]:.6g} at [{where}], where {right[place]:.6g} is right."
