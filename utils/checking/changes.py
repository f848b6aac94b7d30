"""Whether an answer leaves what it is given as it was."""

import inspect

import numpy as np


def state_of(value):
    """What of an argument must stay: numbers, order and length, layers and weights.

    Two states of one argument are equal (==) exactly if nothing of that has changed.
    """
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype, value.tobytes()
    if isinstance(value, list | tuple):
        return [state_of(part) for part in value]
    if isinstance(value, dict):
        return {key: state_of(part) for key, part in value.items()}
    if hasattr(value, "get_weights"):  # a network of Keras, or a layer
        layers = [(id(one), one.get_config()) for one in getattr(value, "layers", ())]
        return layers, [state_of(weight) for weight in value.get_weights()]
    if isinstance(value, set):
        return frozenset(value)
    if isinstance(value, int | float | str | np.generic):
        return repr(value)  # nan, too, is as before
    return id(value)


def sentence_of_change(name):
    """What is wrong with an answer that is right but changes this parameter."""
    return f"right, but it changes your `{name}`: work on a copy."


def names_of_parameters(answer, reference_names):
    """The names that an answer gives its parameters; else those of the solution."""
    try:
        parameters = inspect.signature(answer).parameters.values()
    except (TypeError, ValueError):
        return reference_names
    own = [p.name for p in parameters if p.kind is not p.VAR_POSITIONAL]
    return own + reference_names[len(own) :]
