"""How close numbers agree, and what one wrong result says of its own making."""

import numpy as np

WHOLE = 1e-3  # whole numbers may come out of a float computation
SINGLE = 1e-6  # what float32 rounds off, relative to the largest number


def close(answer, right, tolerance):
    """Where both agree; `right` decides how close they must be."""
    both_nan = np.isnan(answer) & np.isnan(right)
    if right.dtype.kind in "iub":
        limit = WHOLE
    else:
        finite = np.abs(right[np.isfinite(right)])
        limit = tolerance * max(finite.max(initial=0), 1e-5)
    with np.errstate(all="ignore"):  # inf less inf
        kind = np.result_type(answer, right, float)
        distance = np.abs(np.subtract(answer, right, dtype=kind))
    return (distance <= limit) | both_nan | (answer == right)


def fault_of_numbers(answer, right):
    """What is wrong with the kind of the numbers: complex, nan, cut off, overflown.

    Both have one shape. Returns a sentence that begins with a verb, or None.
    """
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
    return None


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
