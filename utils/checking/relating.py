"""The simple way in which a wrong array comes from the right one, as a sentence."""

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
    distance = np.abs(
        np.subtract(answer, right, dtype=np.result_type(answer, right, float))
    )
    return (distance <= limit) | both_nan | (answer == right)


def relation_of(answer, right, tolerance):
    """The simple way, if any, in which a wrong array comes from the right one."""

    def same(other):
        return other.shape == right.shape and np.all(close(answer, other, tolerance))

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
