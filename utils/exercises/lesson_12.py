"""Lesson 12, six networks: its questions and tasks."""

from functools import cache

import numpy as np

from utils.exercises.examining import given
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task

__all__ = ["progress"]

alexnet_shares = Predict(
    "alexnet_shares",
    right="c",
    choices={
        "a": "The convolutions do most of the work, but a filter is small: its few "
        "weights are used at every place, and counted once.",
        "b": "Work and parameters go apart here. A weight of a filter is used "
        "thousands of times for one photo, a weight of a dense layer once.",
        "c": "A filter's weights are few and used at every place; a dense layer's "
        "are many and used once each.",
    },
)

three_small_filters = Predict(
    "three_small_filters",
    right="b",
    choices={
        "a": "To see as far is not to weigh as many things apart: write both counts "
        "down, per pair of channels.",
        "b": "27 against 49 for each pair of channels, and two more ReLUs between.",
        "c": "Three layers, but of 9 weights for each pair of channels; the one "
        "layer has 49.",
    },
)

without_thinning = Predict(
    "without_thinning",
    right="c",
    choices={
        "a": "The 1×1 has one weight where the 5×5 has 25, for each pair of "
        "channels. It is by far the smaller item on the bill.",
        "b": "Multiply it out: what the 5×5 reads falls from 192 channels to 16, and "
        "its work falls in proportion.",
        "c": "The 5×5 reads a twelfth of the channels, and the 1×1 in front of it "
        "costs little.",
    },
)

plain_loss = Predict(
    "plain_loss",
    right="c",
    choices={
        "a": "More layers *can* say more. Whether training finds it in 150 batches "
        "is another question.",
        "b": "Batch normalisation keeps the numbers of each layer in range. That "
        "does not make many layers easy to train.",
        "c": "And that is the loss on the training digits: no overfitting, but a "
        "network that is hard to train.",
    },
)

plain_gradients = Predict(
    "plain_gradients",
    right="c",
    choices={
        "a": "That is the story most often told, and it holds without normalisation "
        "and with a poor start. Here every layer is normalised and starts from He's "
        "weights.",
        "b": "One would think so: each layer's *outputs* are kept at one size. The "
        "gradients on the way back are not.",
        "c": "With normalisation nothing vanishes: on the way back to the image, the "
        "plain network's gradients grow.",
    },
)

peak_memory = Predict(
    "peak_memory",
    right="c",
    choices={
        "a": "Memory for maps does not follow the parameters: those sit at the end, "
        "where maps are small and channels many.",
        "b": "The peak is where the maps are largest, near the photo, and there "
        "MobileNet is hardly narrower than ResNet-50.",
        "c": "The peak lies at the start, at large maps with few channels, and there "
        "is little to save.",
    },
)


separable_parameters = Task(
    "separable_parameters",
    code="""
    def separable_parameters(size, channels, filters):
        look = size * size * channels + 2 * channels
        mix = channels * filters + 2 * filters
        return look + mix
    """,
    why="One filter for each channel, then one weight for each pair of channels; "
    "behind both, a γ and a β for each channel that comes out.",
    hints=[
        "Two layers, each with its normalisation. How many filters has the depthwise "
        "layer, and how many weights has each of them?",
        "Depthwise: size · size weights for each channel, and nothing else. "
        "Pointwise: one weight for each pair of a channel in and a channel out.",
        "Batch normalisation learns γ and β, two numbers for each channel that it "
        "normalises: `channels` of them behind the first layer, `filters` behind the "
        "second.",
    ],
    notice="An ordinary convolution has size · size · channels · filters weights. "
    "With 3×3 and many filters, this block has about a ninth of that: what is left "
    "is nearly all mixing.",
    cases=[
        given(3, 1, 1),
        given(3, 2, 5),
        given(3, 64, 128),
        given(5, 16, filters=24),
        given(7, 3, 32),
        given(1, 8, 4),
    ],
    mistakes=[
        (
            lambda size, channels, filters: (
                size * size * channels * filters + 2 * filters
            ),
            "that is an ordinary convolution, where each filter reads all channels. "
            "A depthwise filter reads one; the mixing comes behind it, with 1×1.",
        ),
        (
            lambda size, channels, filters: (
                size * size * channels * filters
                + 2 * channels
                + channels * filters
                + 2 * filters
            ),
            "the depthwise layer has one filter for each channel that comes in; "
            "`filters` has no part in it yet.",
        ),
        (
            lambda size, channels, filters: size * size * channels + channels * filters,
            "the weights are right; batch normalisation learns as well, γ and β for "
            "each channel, behind both layers.",
        ),
        (
            lambda size, channels, filters: (
                size * size * channels + channels + channels * filters + filters
            ),
            "you counted a bias for each filter. These layers have none; batch "
            "normalisation learns two numbers for each channel, γ and β.",
        ),
        (
            lambda size, channels, filters: (
                size * size * channels + 4 * channels + channels * filters + 4 * filters
            ),
            "four numbers for each channel are what Keras' count_params adds up. Two "
            "of them, the moving averages, are tracked and not learnt.",
        ),
        (
            lambda size, channels, filters: (
                size * size * channels + channels * filters + 2 * filters
            ),
            "the normalisation between the two layers is missing: it has γ and β for "
            "each of the `channels`.",
        ),
        (
            lambda size, channels, filters: (
                size * channels + 2 * channels + channels * filters + 2 * filters
            ),
            "a filter of this size has size · size weights, not size.",
        ),
    ],
)


def _widest(weights, budget):
    """The largest width whose weights(width) are within the budget."""
    width = 0
    while weights(width + 1) <= budget:
        width += 1
    return width


widest_bottleneck = Task(
    "widest_bottleneck",
    code="""
    def widest_bottleneck(channels, budget):
        width = 0
        while 2 * channels * (width + 1) + 9 * (width + 1) ** 2 <= budget:
            width += 1
        return width
    """,
    why="Down and up cost channels · width each, the 3×3 in the middle 9 · width²; a "
    "wider one is taken as long as the next still fits.",
    hints=[
        "First write down how many weights the three layers have together, for a "
        "given width.",
        "1×1 down: channels · width. 3×3: 9 · width · width. 1×1 up: width · channels.",
        "Now try widths 1, 2, 3 … and keep the last whose sum is not above the "
        "budget. (The formula for quadratic equations does it too, rounded down.)",
    ],
    notice="At a quarter of the channels, as in ResNet-50, a bottleneck has 17/16 · "
    "C² weights, where two plain 3×3 layers have 18 · C². What one block saves buys "
    "sixteen more.",
    cases=[
        given(1, 11),
        given(1, 10),
        given(2, 60),
        given(4, 100),
        given(64, 2 * 9 * 64**2),
        given(256, budget=69_632),
        given(192, 50_000),
    ],
    mistakes=[
        (
            lambda channels, budget: _widest(
                lambda w: 2 * channels * w + 9 * w * w + 1, budget
            ),
            "exactly the budget is allowed: compare with <=.",
        ),
        (
            lambda channels, budget: (
                _widest(lambda w: 2 * channels * w + 9 * w * w, budget) + 1
            ),
            "one too wide: that is the first width that no longer fits.",
        ),
        (
            lambda channels, budget: _widest(
                lambda w: channels * w + 9 * w * w, budget
            ),
            "one of the two 1×1 layers is missing: down to `width`, and up again.",
        ),
        (
            lambda channels, budget: _widest(
                lambda w: 2 * channels * w + 9 * w, budget
            ),
            "each of the 3×3 filters in the middle reads all `width` channels, and "
            "there are `width` of them: 9 · width · width.",
        ),
        (
            lambda channels, budget: _widest(
                lambda w: 2 * channels * w + 9 * channels * w, budget
            ),
            "the 3×3 reads the narrow maps and writes narrow maps: no factor "
            "`channels` in it. That is the point of a bottleneck.",
        ),
        (
            lambda channels, budget: budget // (2 * channels),
            "the 3×3 in the middle is missing.",
        ),
    ],
)


NAMES = ("kernel", "gamma", "beta", "moving_mean", "moving_variance")


def _numbers_for(variable):
    """Numbers that depend on nothing but the kind and the shape of the variable.

    So two blocks with the same layers get the same numbers, in whatever order and by
    whatever classes they are built.
    """
    kind = NAMES.index(variable.name) if variable.name in NAMES else 0
    shape = [side for side in variable.shape if side > 1]
    numbers = np.random.default_rng([kind, *shape]).normal(0, 0.3, variable.shape)
    return np.abs(numbers) + 0.5 if NAMES[kind] in ("gamma", NAMES[-1]) else numbers


def _results(build, shape, settings):
    """What a block makes of maps of this shape: (shape, learnt parameters, numbers).

    A sentence instead if it builds no maps.
    """
    import keras

    maps = keras.Input(shape)
    try:
        output = build(maps, *settings)
    except ValueError as error:
        if "incompatible shapes" in str(error):
            return (
                "what is to be added has two different shapes. Where the block changes "
                "the shape, the input cannot be added as it is."
            )
        raise
    if output is ...:
        raise NotImplementedError  # still to be written
    if not isinstance(output, keras.KerasTensor):
        return f"must return maps, not {type(output).__name__}: is a `return` missing?"
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


def _problem_of_block(task, answer, trials):
    """Compare blocks by what they compute, however they are built."""
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


def _convolved(maps, filters, size, stride, bias=False, norm=True):
    from keras import layers

    maps = layers.Conv2D(filters, size, stride, "same", use_bias=bias)(maps)
    return layers.BatchNormalization()(maps) if norm else maps


def _basic(
    maps,
    filters,
    stride,
    second_stride=1,
    skip=True,
    always=False,
    skip_norm=True,
    relu_inside=False,
    relu_last=True,
    **faults,
):
    """The block of ResNet-18, with faults that can be switched on."""
    from keras import layers

    change = layers.ReLU()(_convolved(maps, filters, 3, stride, **faults))
    change = _convolved(change, filters, 3, second_stride, **faults)
    if relu_inside:
        change = layers.ReLU()(change)
    if skip:
        if always or change.shape != maps.shape:
            settings = {"norm": skip_norm} | faults
            steps = stride * second_stride
            maps = _convolved(maps, filters, 1, steps, **settings)
        change = layers.Add()([maps, change])
    return layers.ReLU()(change) if relu_last else change


def _faulty(block, **faults):
    return lambda *settings: block(*settings, **faults)


basic_block = Task(
    "basic_block",
    code="""
    from keras import layers

    def basic_block(maps, filters, stride):
        def normalised(inputs, size, step):
            conv = layers.Conv2D(filters, size, step, padding="same", use_bias=False)
            return layers.BatchNormalization()(conv(inputs))

        change = layers.ReLU()(normalised(maps, 3, stride))
        change = normalised(change, 3, 1)
        if change.shape != maps.shape:
            maps = normalised(maps, 1, stride)
        return layers.ReLU()(layers.Add()([change, maps]))
    """,
    why="Two convolutions make the change; where its shape is another than the "
    "input's, a 1×1 convolution fits the input to it.",
    hints=[
        "You may use conv_norm of the lesson: a convolution without bias, and its "
        "normalisation.",
        "The change: conv_norm with 3×3 and the stride, ReLU, conv_norm with 3×3 and "
        "stride 1. No ReLU after that one: it comes after the addition.",
        "When does the input not fit? If the channels differ, and also if the stride "
        "is not 1. Compare the whole shapes, and let the skip take the same stride.",
    ],
    notice="Two such blocks in each of four stages, with 64, 128, 256 and 512 "
    "filters, and a convolution before and a dense layer behind them: that is "
    "ResNet-18.",
    mistakes=[
        (
            _faulty(_basic, relu_last=False),
            "the ReLU after the addition is missing.",
        ),
        (
            _faulty(_basic, relu_inside=True, relu_last=False),
            "the last ReLU stands before the addition. Then the change can never be "
            "negative: the block could only add. ReLU of the sum.",
        ),
        (
            _faulty(_basic, relu_inside=True),
            "there is a ReLU too many: between the second normalisation and the "
            "addition nothing stands, or the change could never be negative.",
        ),
        (
            _faulty(_basic, skip=False),
            "the input is not added: this is the plain twin.",
        ),
        (
            _faulty(_basic, always=True),
            "the skip has a 1×1 convolution where none is needed. Where the shapes "
            "agree, the input goes around untouched.",
        ),
        (
            _faulty(_basic, skip_norm=False),
            "the 1×1 convolution of the skip has no batch normalisation behind it.",
        ),
        (
            _faulty(_basic, bias=True),
            "the convolutions have biases. Batch normalisation follows each of them "
            "and shifts anyway: use_bias=False.",
        ),
        (
            _faulty(_basic, norm=False),
            "batch normalisation is missing: one behind each convolution.",
        ),
    ],
    examine=lambda answer: _problem_of_block(
        basic_block,
        answer,
        [
            ((5, 5, 4), (4, 1)),
            ((5, 5, 4), (8, 1)),
            ((5, 7, 4), (8, 2)),
            ((5, 7, 4), (4, 2)),
        ],
    ),
    seconds=90,
)


def _inverted(
    maps,
    filters,
    stride,
    widen,
    depthwise=True,
    skip="where it fits",
    from_filters=False,
    stride_first=False,
    relu_last=False,
    relu_after=False,
    **faults,
):
    """The block of MobileNetV2, with faults that can be switched on."""
    from keras import layers

    channels = maps.shape[-1]
    wide = widen * (filters if from_filters else channels)
    first, second = (stride, 1) if stride_first else (1, stride)
    change = layers.ReLU()(_convolved(maps, wide, 1, first, **faults))
    if depthwise:
        change = layers.DepthwiseConv2D(
            3, second, "same", use_bias=faults.get("bias", False)
        )(change)
        if faults.get("norm", True):
            change = layers.BatchNormalization()(change)
    else:
        change = _convolved(change, wide, 3, second, **faults)
    change = _convolved(layers.ReLU()(change), filters, 1, 1, **faults)
    if relu_last:
        change = layers.ReLU()(change)
    if skip == "always" and change.shape != maps.shape:
        maps = _convolved(maps, filters, 1, stride)
    if skip and change.shape == maps.shape:
        change = layers.Add()([maps, change])
    return layers.ReLU()(change) if relu_after else change


inverted_block = Task(
    "inverted_block",
    code="""
    from keras import layers

    def inverted_block(maps, filters, stride, widen):
        channels = maps.shape[-1]
        change = layers.Conv2D(widen * channels, 1, use_bias=False)(maps)
        change = layers.ReLU()(layers.BatchNormalization()(change))
        look = layers.DepthwiseConv2D(3, stride, padding="same", use_bias=False)
        change = layers.ReLU()(layers.BatchNormalization()(look(change)))
        change = layers.Conv2D(filters, 1, use_bias=False)(change)
        change = layers.BatchNormalization()(change)
        if stride == 1 and filters == channels:
            change = layers.Add()([maps, change])
        return change
    """,
    why="Widen, look around in each channel by itself, narrow; the input is added "
    "only where it fits as it is.",
    hints=[
        "Three convolutions, all without bias and with batch normalisation behind: "
        "1×1 up to widen · (channels that come in), depthwise 3×3 with the stride, "
        "1×1 to `filters`.",
        "A ReLU behind the first two, none behind the third, and none after the "
        "addition.",
        "The skip has no convolution of its own: if stride is 1 and as many channels "
        "go out as came in, add the input; else there is no skip.",
    ],
    notice="Bottleneck, depthwise layer and skip in one block. Where a ResNet "
    "carries the wide maps past the block, this one carries the narrow ones: less to "
    "keep in memory. The network of lesson 13 is made of sixteen of them.",
    mistakes=[
        (
            _faulty(_inverted, relu_last=True),
            "there is a ReLU behind the last 1×1. It would set about half of the few "
            "numbers to 0; this layer stays linear.",
        ),
        (
            _faulty(_inverted, relu_after=True),
            "there is a ReLU at the end, as in ResNet. Here the narrow maps leave "
            "the block as they are, also below 0.",
        ),
        (
            _faulty(_inverted, skip=None),
            "the skip is missing: where the shapes agree, the input is added.",
        ),
        (
            _faulty(_inverted, skip="always"),
            "the skip has a 1×1 convolution where the shapes differ, as in ResNet. "
            "Here there is no skip in such a block.",
        ),
        (
            _faulty(_inverted, from_filters=True),
            "it is widened to widen · filters. The width is counted from the "
            "channels that come in.",
        ),
        (
            _faulty(_inverted, stride_first=True),
            "the stride stands in the first 1×1, which then skips three of four "
            "places without having looked at them. It belongs to the depthwise "
            "layer, which looks around.",
        ),
        (
            _faulty(_inverted, depthwise=False),
            "the 3×3 in the middle reads all the widened channels. Depthwise, each "
            "channel by itself, is what makes so wide a middle cheap.",
        ),
        (
            _faulty(_inverted, bias=True),
            "the convolutions have biases. Batch normalisation follows each of them "
            "and shifts anyway: use_bias=False.",
        ),
        (
            _faulty(_inverted, norm=False),
            "batch normalisation is missing: one behind each of the three "
            "convolutions.",
        ),
    ],
    examine=lambda answer: _problem_of_block(
        inverted_block,
        answer,
        [
            ((5, 5, 4), (4, 1, 3)),
            ((5, 5, 4), (6, 1, 3)),
            ((5, 7, 4), (4, 2, 3)),
            ((5, 7, 3), (5, 2, 2)),
        ],
    ),
    seconds=90,
)
