"""Whether a learner's block of Keras layers computes what the solution computes."""

import re
from functools import cache

import numpy as np

from utils.checking.unsolved import Unsolved

NAMES = ("kernel", "gamma", "beta", "moving_mean", "moving_variance")
ONE_SHAPE = re.compile(r"(\d+, \d+, \d+)[\])]")
UNEQUAL = (  # where the block changes the shape, and where it keeps it
    "Where the block changes the shape, the input cannot be added as it is.",
    "With stride 1 and as many filters as channels come in, the shape stays as it is. "
    'Is a padding="same" missing?',
)


def _numbers_for(variable):
    """Numbers that depend on nothing but the kind and the shape of the variable.

    So two blocks with the same layers get the same numbers, in whatever order and by
    whatever classes they are built. The variances are so large that the epsilon of a
    normalisation does not show, the maps so small that a ReLU6 is a ReLU: both pass.
    """
    kind = NAMES.index(variable.name) if variable.name in NAMES else 0
    shape = [side for side in variable.shape if side > 1]
    numbers = np.random.default_rng([kind, *shape]).normal(0, 0.3, variable.shape)
    scale = {"gamma": 6, "moving_variance": 100}.get(NAMES[kind])
    return scale * (np.abs(numbers) + 0.5) if scale else numbers


def _results(build, shape, settings):
    """What a block makes of maps of this shape: (shape, learnt parameters, numbers).

    A sentence instead if it builds no maps.
    """
    import keras

    maps = keras.Input(shape)
    try:
        output = build(maps, *settings)
    except ValueError as error:
        shapes = ONE_SHAPE.findall(str(error))
        if len(shapes) != 2 or not re.search("incompatible|broadcast", str(error)):
            raise
        reason = UNEQUAL[settings[:2] == (shape[-1], 1)]
        return (
            f"what is to be added has two shapes, ({') and ('.join(shapes)}). {reason}"
        )
    if output is ...:
        raise Unsolved
    if output is None:
        return "must return maps, not None: is a `return` missing?"
    if not isinstance(output, keras.KerasTensor):
        return f"must return the maps themselves, not {type(output).__name__}."
    model = keras.Model(maps, output)
    for variable in model.variables:
        if "seed" not in variable.name:
            variable.assign(_numbers_for(variable))
    learnt = sum(int(np.prod(v.shape)) for v in model.trainable_variables)
    images = np.random.default_rng(0).normal(size=(2, *shape))
    return output.shape[1:], learnt, model(images, training=False).numpy()


def _same(result, other):
    if isinstance(result, str) or isinstance(other, str):
        return result == other
    if result[:2] != other[:2]:
        return False
    return np.allclose(result[2], other[2], atol=1e-3)


_known_results = cache(_results)  # of the solution and of the mistakes


def problem_of_block(task, answer, *trials):
    """Compare blocks by what they compute, however they are built.

    trials: (shape of the maps, settings); the answer is called with maps of that shape,
    (height, width, channels), and the settings. The first two settings are filters and
    stride. Returns None or a sentence.
    """
    results = []
    for number, (shape, settings) in enumerate(trials, start=1):
        results.append(_results(answer, shape, settings))
        wanted = _known_results(task.reference.value, shape, settings)
        if not _same(results[-1], wanted):
            call = f"{task.name}(maps, {', '.join(map(str, settings))})"
            sentence = _recognised(task, results, trials[:number])
            sentence = sentence or _difference_of_blocks(results[-1], wanted)
            return f"{sentence}\nThe call was {call} with maps of the shape {shape}."
    return None


def _recognised(task, results, trials):
    for mistake, sentence in task.mistakes:
        made = (_known_results(mistake, *trial) for trial in trials)
        if all(map(_same, made, results)):
            return sentence
    return None


def _difference_of_blocks(result, wanted):
    if isinstance(result, str):
        return result
    if result[0] != wanted[0]:
        return (
            f"the maps that come out have the shape {result[0]}; {wanted[0]} is right."
        )
    if result[1] != wanted[1]:
        return (
            f"it has {result[1]} learnt parameters; {wanted[1]} is right. Compare its "
            "layers with the text, one by one: sizes, biases, normalisation."
        )
    return (
        "shape and number of parameters are right, what it computes is not. Compare "
        "the order of its layers with the text: where are the ReLUs, where is the "
        "stride, what is added?"
    )
