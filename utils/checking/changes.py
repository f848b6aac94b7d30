"""Whether an answer leaves what it is given as it was."""

import inspect

import numpy as np

from utils.checking.relating import SINGLE


def state_of(value):
    """A copy of what must stay of an argument: numbers, parts, layers and weights."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, list | tuple):
        return [state_of(part) for part in value]
    if isinstance(value, dict):
        return {key: state_of(part) for key, part in value.items()}
    if isinstance(value, set):
        return frozenset(value)
    if hasattr(value, "get_weights"):  # a network of Keras, or a layer
        layers = [(id(one), one.get_config()) for one in getattr(value, "layers", ())]
        return [repr(layers), state_of(value.get_weights())]
    if isinstance(value, int | float | str | np.generic):
        return repr(value)  # nan, too, is as before
    return id(value)


def is_same_state(state, other):
    """Whether two states agree; numbers that were nudged and put back do."""
    if isinstance(state, list) and isinstance(other, list):
        pairs = zip(state, other, strict=False)
        return len(state) == len(other) and all(is_same_state(*pair) for pair in pairs)
    if isinstance(state, dict) and isinstance(other, dict):
        same = state.keys() == other.keys()
        return same and all(is_same_state(state[key], other[key]) for key in state)
    if not (isinstance(state, np.ndarray) and isinstance(other, np.ndarray)):
        return type(state) is type(other) and state == other
    if state.shape != other.shape or state.dtype != other.dtype:
        return False
    if state.dtype.kind != "f":
        return np.array_equal(state, other)
    rounding = SINGLE * np.abs(state[np.isfinite(state)]).max(initial=0)
    return np.allclose(state, other, SINGLE, rounding, equal_nan=True)


def sentence_of_change(name):
    """What is wrong with an answer that is right but changes this parameter."""
    return f"right, but it changes your `{name}`: work on a copy."


def changed_by(answer, names, states, arguments):
    """Those of the arguments that are not in their states any more, by their names.

    names: what the parameters are called in the task's text.
    """
    own_names = _names_of_parameters(answer, names)
    return {
        name: value
        for name, value, state in zip(own_names, arguments, states, strict=False)
        if not is_same_state(state, state_of(value))
    }


def _names_of_parameters(answer, reference_names):
    """The names that an answer gives its parameters; else those of the task."""
    try:
        parameters = inspect.signature(answer).parameters.values()
    except (TypeError, ValueError):
        return reference_names
    own = [p.name for p in parameters if p.kind is not p.VAR_POSITIONAL]
    return own + reference_names[len(own) :]
