"""Lesson 6, layers and shapes: its questions and tasks."""

import numpy as np

from utils.exercises.cases import given
from utils.exercises.keras_models import problem_of_model
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task
from utils.exercises.verdicts import State, Verdict

__all__ = ["progress"]

first_parameters = Predict(
    "first_parameters",
    right="c",
    choices={
        "a": "Two things are missing: 32 · 3 · 3 counts the weights over one channel "
        "only, and no biases.",
        "b": "The biases are in it. But does a filter look at one channel only?",
        "c": "3 · 3 · 3 weights and a bias, 32 times. The size of the picture plays "
        "no part.",
    },
)

first_pooling = Predict(
    "first_pooling",
    right="a",
    choices={
        "a": "Height and width are halved. Each channel is pooled by itself, and a "
        "maximum has nothing to learn.",
        "b": "Pooling halves height and width. It never mixes channels, so none can "
        "get lost.",
        "c": "A parameter is a number that training can change. What could training "
        "change about a maximum?",
    },
)

second_convolution = Predict(
    "second_convolution",
    right="b",
    choices={
        "a": "The shape is right. The count takes the picture's three colours for "
        "what comes in; they are long gone.",
        "b": "Each filter reaches through all channels that come in, and gives one "
        "channel.",
        "c": "That would be a filter for every single channel. A filter reaches "
        "through all channels at once and gives one map.",
    },
)

flattened_length = Predict(
    "flattened_length",
    right="c",
    choices={
        "a": "One number for each channel is what global average pooling leaves. "
        "Flatten throws nothing away.",
        "b": "The maps have a height *and* a width.",
        "c": "8 rows, 8 columns, 64 channels: all numbers are kept, in one row.",
    },
)

dense_parameters = Predict(
    "dense_parameters",
    right="c",
    choices={
        "a": "Added where it should be multiplied: *every* output has a weight for "
        "*every* input.",
        "b": "So many has a convolution with 128 filters of 3 × 3 over 32 channels. "
        "A dense layer has no window: it sees all.",
        "c": "128 lists of 4 096 weights, and 128 biases. Nothing is shared.",
    },
)

most_work = Predict(
    "most_work",
    right="c",
    choices={
        "a": "A dense weight is used once for each picture, a convolution's weight "
        "in every place. Multiply by the places.",
        "b": "Large maps, but only three channels come in: 27 products for each "
        "number. Compare with how many the other convolution needs.",
        "c": "A quarter of the places, but each number takes 3 · 3 · 32 products, "
        "and there are twice as many channels.",
    },
)

dropout_survivors = Predict(
    "dropout_survivors",
    right="c",
    choices={
        "a": "Smaller survivors would make the sum smaller still, and some inputs "
        "are gone already.",
        "b": "Then the next layer would get half the sum in training that it gets in "
        "use.",
        "c": "Half are gone, the others count double, and the sum stays about the "
        "same.",
    },
)

normalised_in_use = Predict(
    "normalised_in_use",
    right="b",
    choices={
        "a": "Those come from the mean and the deviation of this very batch, and "
        "they are taken in training only. What is taken in use?",
        "b": "In use the layer trusts its moving averages, and after one batch they "
        "have hardly moved from mean 0 and variance 1.",
        "c": "For that, each number would have to be equal to the mean.",
    },
)

grouped_time = Predict(
    "grouped_time",
    right="c",
    choices={
        "a": "That is what the count promises. The clock also pays for reading the "
        "numbers, and for how well the code is tuned.",
        "b": "A careful guess, and four plain convolutions side by side come near it. "
        "But on ordinary processors TensorFlow has no code for a grouped convolution "
        "that is as well tuned.",
        "c": "On ordinary processors, at least: the standard convolution has the "
        "better tuned code, and that makes up for four times the work.",
    },
)

pixels_of_one_winner = Predict(
    "pixels_of_one_winner",
    right="b",
    choices={
        "a": "The field is all that a number *can* see. Max pooling passes on one of "
        "four numbers, for this picture.",
        "b": "Max pooling passes on one winner, and the winner itself sees 8 × 8 "
        "pixels.",
        "c": "Too strict: the winner of the last pooling is a convolution's number, "
        "and each such number sees several pixels in both directions.",
    },
)

stride_first = Predict(
    "stride_first",
    right="b",
    choices={
        "a": "A stride does not widen its own layer's view, true. But each later "
        "layer now jumps two pixels from one number to the next.",
        "b": "3, and then two layers that add two jumps of 2 pixels each.",
        "c": "The stride does not simply double everything: the first layer sees 3 "
        "pixels as before.",
    },
)

influence_within = Predict(
    "influence_within",
    right="b",
    choices={
        "a": "All *can* matter, and the weights are random. But count the paths from "
        "a pixel to the output: are there equally many from everywhere?",
        "b": "A middle pixel reaches the output along very many paths, a corner "
        "pixel along one.",
        "c": "A pixel on the rim must take the longest step in every single layer. "
        "How many paths do that?",
    },
)


layer_parameters = Task(
    "layer_parameters",
    code="""
    height = width = 28
    layer_parameters = []
    channels = 1
    for filters in (16, 32):
        layer_parameters.append(filters * (3 * 3 * channels + 1))
        height, width, channels = (height - 2) // 2, (width - 2) // 2, filters
    layer_parameters.append(10 * (height * width * channels + 1))
    """,
    why="28 becomes 26 by the first convolution and 13 by the pooling, then 11 and "
    "5: a row and a column are left over.",
    hints=[
        "Write down the shape after every layer first. Without padding, a 3 × 3 "
        "window loses one row at the top and one at the bottom.",
        "28 → 26 → 13 → 11, and then? A 2 × 2 window that does not fit in whole is "
        "left out.",
        "A filter of the second convolution reaches through all 16 maps. A dense "
        "output has a weight for every number of the flattened volume. Each has one "
        "bias.",
    ],
    notice="The last pooling drops a row and a column of each map, and nobody "
    "complains. With padding `same`, the dense layer would be nearly twice as large.",
    mistakes=[
        (
            [144, 4608, 8000],
            "the biases are missing, one for each filter and each dense output.",
        ),
        (
            [160, 320, 8010],
            "a filter of the second convolution reaches through all "
            "16 maps that come in, not through one.",
        ),
        (
            [160, 4640, 15690],
            "the dense layer is counted as after padding `same` (7 "
            "× 7 maps). Here is no padding: 28 becomes 26.",
        ),
        (
            [160, 4640, 11530],
            "11 rows give 5 rows after pooling, not 6: a window "
            "that does not fit in whole is left out.",
        ),
        (
            [160, 4640, 38730],
            "the second pooling comes before flatten, and leaves fewer places.",
        ),
        (
            [160, 4640, 330],
            "so many it would be after global average pooling, one "
            "number for each map. Flatten keeps all places.",
        ),
        ([160, 4640, 810], "800 numbers and 10 outputs: multiply, do not add."),
        ([448, 4640, 8010], "the picture is grey: one channel comes in, not three."),
        (
            [160, 4640, 0],
            "the last layer has weights too: ten outputs, each with one "
            "for every number of the flattened volume.",
        ),
    ],
)


def _from_below(layers, index, *, early=False):
    """The lesson's walk from the picture upwards; early: the jump is changed first."""
    size, jump, start = 1, 1, 0
    for kernel, stride, padding, dilation in layers:
        step = jump * stride if early else jump
        size += (kernel - 1) * dilation * step
        start -= padding * step
        jump *= stride
    first = start + index * jump
    return first, first + size - 1


def _without(column, neutral):
    """A mistake that overlooks one of the four numbers of each layer."""

    def overlooks(layers, index):
        layers = [(*x[:column], neutral, *x[column + 1 :]) for x in layers]
        return _from_below(layers, index)

    return overlooks


pixels_seen = Task(
    "pixels_seen",
    code="""
    def pixels_seen(layers, index):
        first = last = index
        for size, stride, padding, dilation in reversed(layers):
            first = first * stride - padding
            last = last * stride - padding + dilation * (size - 1)
        return first, last
    """,
    why="Number i of a layer lays its window on the cells from i * stride - padding "
    "on. Follow the first and the last cell down to the picture.",
    hints=[
        "Take one layer. Its number i has its window over some numbers of the layer "
        "below: which is the first of them, which the last?",
        "The first is i * stride - padding, the last dilation * (size - 1) further "
        "on. These two are numbers of the layer below: go on with them.",
        "So begin with the last layer of the list and walk back, with "
        "reversed(layers).",
    ],
    notice="From above you need no jump: the strides multiply by themselves. (From "
    "below, as in the lesson, the same comes out.)",
    cases=[
        given([(3, 1, 0, 1)], 0),
        given([(3, 1, 1, 1)], 0),
        given([(2, 2, 0, 1)], 3),
        given([(3, 1, 0, 2)], 1),
        given([(3, 2, 0, 1), (3, 1, 0, 1)], 0),
        given([(3, 1, 1, 1), (2, 2, 0, 1)], 1),
        given([(3, 1, 1, 1), (2, 2, 0, 1), (3, 1, 1, 1), (2, 2, 0, 1)], 4),
        given([(5, 3, 2, 1), (3, 1, 2, 2), (3, 2, 1, 1)], 2),
    ],
    mistakes=[
        (
            lambda layers, index: _from_below(layers[::-1], index),
            "the layers are walked through in the wrong order. The list begins at "
            "the picture; the number belongs to its last layer.",
        ),
        (
            lambda layers, index: _from_below(layers, index, early=True),
            "a layer's own stride does not widen its own window: only the layers "
            "above it take longer steps.",
        ),
        (
            _without(2, 0),
            "the padding is not used yet: it moves the first window out "
            "over the rim, to pixels below 0.",
        ),
        (_without(1, 1), "the strides are not used yet."),
        (
            _without(3, 1),
            "the dilation is not used yet: the window spans dilation * "
            "(size - 1) + 1 cells.",
        ),
        (
            lambda layers, index: (
                _from_below(layers, index)[0],
                _from_below(layers, index)[1] + 1,
            ),
            "the last pixel is one too far: a window of 3 that begins at pixel 0 "
            "ends at pixel 2.",
        ),
        (
            lambda layers, index: _from_below(
                [(size + 1, *rest) for size, *rest in layers], index
            ),
            "the first of `size` cells is already there: size - 1 steps remain.",
        ),
        (
            lambda layers, index: (
                _from_below(layers, index)[0],
                np.ptp(_from_below(layers, index)) + 1,
            ),
            "the second number is how many pixels there are. The number of the last "
            "pixel is asked for.",
        ),
        (
            lambda layers, index: _from_below(layers, 0),
            "the index is not used yet: this is what number 0 sees.",
        ),
        (
            lambda layers, index: tuple(np.maximum(_from_below(layers, index), 0)),
            "pixels before the rim count too: padding lies at -1, -2 and so on.",
        ),
    ],
)


def _fold(filters, bias, gamma, beta, mean, variance, epsilon):
    scale = gamma / np.sqrt(variance + epsilon)
    return filters * scale, (bias - mean) * scale + beta


def _with(change):
    """A mistake: to fold after changing some of the numbers, as `change` says."""

    def folds_otherwise(filters, **numbers):
        return _fold(filters, **numbers | change(**numbers))

    return folds_otherwise


def _layer(seed, *shape):
    """A case: filters of this shape and the six numbers of each channel."""
    rng = np.random.default_rng(seed)
    numbers = {
        name: rng.normal(size=shape[-1]).round(1) for name in ("bias", "beta", "mean")
    }
    for name in ("gamma", "variance"):
        numbers[name] = rng.uniform(0.5, 2, shape[-1]).round(1)
    return given(rng.normal(size=shape).round(1), **numbers, epsilon=0.5)


fold = Task(
    "fold",
    code="""
    import numpy as np

    def fold(filters, bias, gamma, beta, mean, variance, epsilon):
        scale = gamma / np.sqrt(variance + epsilon)
        return filters * scale, (bias - mean) * scale + beta
    """,
    why="In use, batch normalisation multiplies each map by one number and adds "
    "another. A convolution can do both: in its weights and in its bias.",
    hints=[
        "Put the convolution, filters ⋆ x + bias, in place of the x in the formula "
        "of batch normalisation, and multiply out. What multiplies filters ⋆ x? That "
        "is what the new filters must have in them.",
        "With scale = γ / √(σ² + ε), the result is scale · (filters ⋆ x) + scale · "
        "(bias - μ) + β.",
        "There is one scale for each channel that comes out, and that is the last "
        "axis of the filters: NumPy lines last axes up by itself.",
    ],
    notice="The layer has vanished, and no output has changed. This is done with "
    "most networks before they go on a telephone: same answers, less work.",
    cases=[
        given(
            np.full((1, 1, 1, 1), 2.0),
            bias=np.array([1.0]),
            gamma=np.array([1.0]),
            beta=np.array([0.0]),
            mean=np.array([4.0]),
            variance=np.array([4.0]),
            epsilon=0.0,
        ),
        given(
            np.array([1.0, 1.0]).reshape(1, 1, 1, 2),
            bias=np.array([0.0, 3.0]),
            gamma=np.array([2.0, 1.0]),
            beta=np.array([1.0, 2.0]),
            mean=np.array([0.0, 1.0]),
            variance=np.array([4.0, 0.25]),
            epsilon=0.0,
        ),
        _layer(0, 1, 1, 2, 2),
        _layer(1, 3, 3, 4, 4),
        _layer(2, 3, 2, 1, 5),
    ],
    mistakes=[
        (
            _with(
                lambda variance, epsilon, **_: {
                    "variance": (variance + epsilon) ** 2,
                    "epsilon": 0,
                }
            ),
            "divided by the variance: the standard deviation is its root.",
        ),
        (
            _with(lambda **_: {"epsilon": 0}),
            "ε is missing: it is added to the variance, under the root.",
        ),
        (
            _with(
                lambda variance, epsilon, **_: {
                    "variance": (np.sqrt(variance) + epsilon) ** 2,
                    "epsilon": 0,
                }
            ),
            "ε stands under the root: it is added to the variance.",
        ),
        (
            _with(lambda **_: {"gamma": 1}),
            "γ is missing: what is normalised is then scaled by it.",
        ),
        (
            _with(
                lambda bias, gamma, variance, epsilon, **_: {
                    "bias": bias * np.sqrt(variance + epsilon) / gamma
                }
            ),
            "the old bias is not scaled. It is part of what comes out of the "
            "convolution, so it is normalised too.",
        ),
        (_with(lambda **_: {"mean": 0}), "the mean is not subtracted yet."),
        (
            _with(lambda mean, **_: {"mean": -mean}),
            "the mean is added where it must be subtracted.",
        ),
        (
            _with(lambda **_: {"bias": 0}),
            "the old bias is lost: the convolution has added it before.",
        ),
        (
            _with(lambda bias, beta, **_: {"bias": bias + beta, "beta": 0}),
            "β is added last, after the scaling: it is not scaled itself.",
        ),
        (
            lambda filters, **numbers: (
                np.swapaxes(_fold(np.swapaxes(filters, 2, 3), **numbers)[0], 2, 3),
                _fold(filters, **numbers)[1],
            ),
            "the filters are scaled along the channels that come in. Normalised is "
            "what comes out: the last axis.",
        ),
        (
            lambda filters, **numbers: (filters, _fold(filters, **numbers)[1]),
            "the filters have not changed: what they give is scaled as well, so "
            "their weights must be.",
        ),
    ],
)

FIELD, BUDGET = 31, 2_500


def _examine_wide_view(build):
    from utils.measured_receptive_field import measured_receptive_field
    from utils.recording import layers_of

    model = build()
    if problem := problem_of_model(model, "(32, 32, 3)"):
        return problem
    shapes = model.input_shape[1:], model.output_shape[1:]
    if shapes[0] == (None, None, 3):
        return (
            "right in principle, a convolution takes pictures of any size; here, fix "
            "the size: keras.Input((32, 32, 3))."
        )
    if shapes != ((32, 32, 3), (32, 32, 8)):
        return (
            f"it turns {shapes[0]} into {shapes[1]}; (32, 32, 3) into (32, 32, 8) is "
            "right. (A stride or a pooling makes maps smaller, and so does a window "
            "without padding.)"
        )
    seen = measured_receptive_field(model)
    height, width = (np.ptp(np.flatnonzero(seen.any(axis))) + 1 for axis in (1, 0))
    parameters = f"{model.count_params():,}".replace(",", " ")
    if model.count_params() > BUDGET:
        return (
            f"it has {parameters} parameters, and {BUDGET} are allowed. (A number in "
            f"the middle sees {height} × {width} pixels.) Each layer of eight channels "
            "costs much: can you do with fewer, whose steps grow?"
        )
    if min(height, width) < FIELD:
        return (
            f"a number in the middle sees {height} × {width} pixels; {FIELD} × {FIELD} "
            f"are needed. ({parameters} parameters.)"
        )
    if seen.sum() < height * width:
        return (
            f"its field is {height} × {width} pixels, but has gaps: only {seen.sum()} "
            f"of the {height * width} are seen. Neighbouring reads of a layer lie "
            "further apart than the layers below reach."
        )
    what_it_took = (
        "Each layer whose dilation doubles about doubles the field, for the price of a "
        "plain one."
        if any(_is_dilated(layer) for layer in layers_of(model))
        else "Without dilation, too. What did it cost: detail (pooling), depth, or "
        "channels? The usual answer is dilation 1, 2, 4, 8: 1 976 parameters."
    )
    return Verdict(
        State.RIGHT,
        f"✓ {height} × {width} pixels, seen with {parameters} parameters. "
        + what_it_took,
    )


def _is_dilated(layer):
    return np.max(getattr(layer, "dilation_rate", 1)) > 1


wide_view = Task(
    "wide_view",
    code="""
    import keras
    from keras import layers

    def wide_view():
        model = keras.Sequential([keras.Input((32, 32, 3))])
        for step in (1, 2, 4, 8):
            model.add(layers.Conv2D(8, 3, padding="same", dilation_rate=step))
            model.add(layers.ReLU())
        return model
    """,
    why="3 × 3 windows with dilation 1, 2, 4 and 8 add 2, 4, 8 and 16 pixels to the "
    "first one: 31, and no pixel is left out.",
    hints=[
        "Of the four ways to see more, strides make the maps smaller, and so does "
        "pooling, unless its stride is 1: then it blurs. How many plain 3 × 3 layers "
        "would it take, and what would they cost?",
        "Dilation sees further for the same price. What does dilation 1, 2, 4 see, "
        "as in the lesson? What does one more layer add?",
        'Four layers of 8 filters, 3 × 3, padding "same", whose dilation_rate '
        "doubles each time.",
    ],
    notice="The field doubles with every layer, the price does not.",
    examine=_examine_wide_view,
    seconds=60,
)
