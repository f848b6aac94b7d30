"""Lesson 12, six networks: its questions and tasks."""

from utils.exercises.blocks import problem_of_block
from utils.exercises.cases import given
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


def _separable(look=lambda size, channels, _: size**2 * channels, first=2, second=2):
    """Counts a block: its first layer's weights, and other numbers for a channel."""
    return lambda size, channels, filters: (
        look(size, channels, filters)
        + first * channels
        + channels * filters
        + second * filters
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
            lambda size, channels, filters: filters * (size**2 * channels + 2),
            "that is an ordinary convolution, where each filter reads all channels. "
            "A depthwise filter reads one; the mixing comes behind it, with 1×1.",
        ),
        (
            _separable(lambda size, channels, filters: size**2 * channels * filters),
            "the depthwise layer has one filter for each channel that comes in; "
            "`filters` has no part in it yet.",
        ),
        (
            _separable(first=0, second=0),
            "the weights are right; batch normalisation learns as well, γ and β for "
            "each channel, behind both layers.",
        ),
        (
            _separable(first=1, second=1),
            "you counted a bias for each filter. These layers have none; batch "
            "normalisation learns two numbers for each channel, γ and β.",
        ),
        (
            _separable(first=4, second=4),
            "four numbers for each channel are what Keras' count_params adds up. Two "
            "of them, the moving averages, are tracked and not learnt.",
        ),
        (
            _separable(first=0),
            "the normalisation between the two layers is missing: it has γ and β for "
            "each of the `channels`.",
        ),
        (
            _separable(lambda size, channels, filters: size * channels),
            "a filter of this size has size · size weights, not size.",
        ),
    ],
)


def _widest(weights):
    """Finds the largest width whose weights(channels, width) are within the budget."""

    def width_within(channels, budget):
        width = 0
        while weights(channels, width + 1) <= budget:
            width += 1
        return width

    return width_within


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
    "nearly sixteen more.",
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
            _widest(lambda channels, w: 2 * channels * w + 9 * w * w + 1),
            "exactly the budget is allowed: compare with <=.",
        ),
        (
            _widest(lambda channels, w: 2 * channels * (w - 1) + 9 * (w - 1) ** 2),
            "one too wide: that is the first width that no longer fits.",
        ),
        (
            _widest(lambda channels, w: channels * w + 9 * w * w),
            "one of the two 1×1 layers is missing: down to `width`, and up again.",
        ),
        (
            _widest(lambda channels, w: 2 * channels * w + 9 * w),
            "each of the 3×3 filters in the middle reads all `width` channels, and "
            "there are `width` of them: 9 · width · width.",
        ),
        (
            _widest(lambda channels, w: 2 * channels * w + 9 * channels * w),
            "the 3×3 reads the narrow maps and writes narrow maps: no factor "
            "`channels` in it. That is the point of a bottleneck.",
        ),
        (
            _widest(lambda channels, w: 2 * channels * w),
            "the 3×3 in the middle is missing.",
        ),
    ],
)


def _convolved(maps, filters, size, stride, faults, relu=False, norm=True):
    """Convolution, normalisation, ReLU; depthwise if filters is None."""
    from keras import layers

    settings = {
        "strides": stride,
        "padding": "valid" if "no padding" in faults else "same",
        "use_bias": "bias" in faults,
    }
    if filters:
        steps = [layers.Conv2D(filters, size, **settings)]
    else:
        steps = [layers.DepthwiseConv2D(size, **settings)]
    if norm and "no norm" not in faults:
        steps.append(layers.BatchNormalization())
    if relu:
        steps.insert(1 if "early ReLU" in faults else 2, layers.ReLU())
    for step in steps:
        maps = step(maps)
    return maps


def _basic(maps, filters, stride, *faults):
    """The block of ResNet-18, with faults."""
    from keras import layers

    first, second = (1, stride) if "late stride" in faults else (stride, 1)
    change = _convolved(maps, filters, 3, first, faults, relu=True)
    change = _convolved(change, filters, 3, second, faults, "inner ReLU" in faults)
    if "no skip" not in faults:
        if change.shape != maps.shape or "always fitted" in faults:
            around = "skip ReLU" in faults, "bare skip" not in faults
            maps = _convolved(maps, filters, 1, stride, faults, *around)
        change = layers.Add()([maps, change])
    return change if "no last ReLU" in faults else layers.ReLU()(change)


def _faulty(block, *faults):
    return lambda *settings: block(*settings, *faults)


def _mistakes_of_both(block):
    """What can go wrong in either block, and is said in the same words."""
    return [
        (
            _faulty(block, "early ReLU"),
            'a ReLU stands before its normalisation, as activation="relu" in a '
            "convolution does. The order is convolution, normalisation, ReLU.",
        ),
        (
            _faulty(block, "bias"),
            "the convolutions have biases. Batch normalisation follows each of them "
            "and shifts anyway: use_bias=False.",
        ),
        (
            _faulty(block, "no norm"),
            "batch normalisation is missing: one behind each convolution.",
        ),
    ]


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
        (_faulty(_basic, "no last ReLU"), "the ReLU after the addition is missing."),
        (
            _faulty(_basic, "inner ReLU", "no last ReLU"),
            "the last ReLU stands before the addition. Then the change can never be "
            "negative: the block could only add. ReLU of the sum.",
        ),
        (
            _faulty(_basic, "inner ReLU"),
            "there is a ReLU too many: between the second normalisation and the "
            "addition nothing stands, or the change could never be negative.",
        ),
        (
            _faulty(_basic, "no skip"),
            "the input is not added: this is the plain twin.",
        ),
        (
            _faulty(_basic, "always fitted"),
            "the skip has a 1×1 convolution where none is needed. Where the shapes "
            "agree, the input goes around untouched.",
        ),
        (
            _faulty(_basic, "bare skip"),
            "the 1×1 convolution of the skip has no batch normalisation behind it.",
        ),
        (
            _faulty(_basic, "skip ReLU"),
            "the skip has a ReLU of its own. It is there to fit the input to the "
            "change, with a 1×1 convolution and its normalisation.",
        ),
        (
            _faulty(_basic, "late stride"),
            "the stride stands in the second 3×3. It belongs to the first.",
        ),
        *_mistakes_of_both(_basic),
    ],
    examine=lambda answer: problem_of_block(
        basic_block,
        answer,
        ((6, 8, 4), (4, 1)),
        ((6, 8, 4), (8, 1)),
        ((5, 7, 4), (8, 2)),
        ((5, 7, 4), (4, 2)),
    ),
    seconds=90,
)


def _inverted(maps, filters, stride, widen, *faults):
    """The block of MobileNetV2, with faults."""
    from keras import layers

    first = stride if "early stride" in faults else 1
    third = stride if "late stride" in faults else 1
    second = stride // (first * third)
    wide = widen * (filters if "from filters" in faults else maps.shape[-1])
    look = wide if "full 3×3" in faults else None
    change = _convolved(maps, wide, 1, first, faults, relu=True)
    change = _convolved(change, look, 3, second, faults, relu=True)
    change = _convolved(change, filters, 1, third, faults, "third ReLU" in faults)
    if change.shape != maps.shape and "always added" in faults:
        maps = _convolved(maps, filters, 1, stride, faults)
    if change.shape == maps.shape and "no skip" not in faults:
        change = layers.Add()([maps, change])
    return layers.ReLU()(change) if "last ReLU" in faults else change


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
            _faulty(_inverted, "third ReLU"),
            "there is a ReLU behind the last 1×1. It would set about half of the few "
            "numbers to 0; this layer stays linear.",
        ),
        (
            _faulty(_inverted, "last ReLU"),
            "there is a ReLU at the end, as in ResNet. Here the narrow maps leave "
            "the block as they are, also below 0.",
        ),
        (
            _faulty(_inverted, "no skip"),
            "the skip is missing: where the shapes agree, the input is added.",
        ),
        (
            _faulty(_inverted, "always added"),
            "the skip has a 1×1 convolution where the shapes differ, as in ResNet. "
            "Here there is no skip in such a block.",
        ),
        (
            _faulty(_inverted, "from filters"),
            "it is widened to widen · filters. The width is counted from the "
            "channels that come in.",
        ),
        (
            _faulty(_inverted, "early stride"),
            "the stride stands in the first 1×1, which then skips three of four "
            "places without having looked at them. It belongs to the depthwise "
            "layer, which looks around.",
        ),
        (
            _faulty(_inverted, "late stride"),
            "the stride stands in the last 1×1. The depthwise layer then looks around "
            "at four times as many places as are read.",
        ),
        (
            _faulty(_inverted, "full 3×3"),
            "the 3×3 in the middle reads all the widened channels. Depthwise, each "
            "channel by itself, is what makes so wide a middle cheap.",
        ),
        (
            _faulty(_inverted, "no padding"),
            'the 3×3 has no padding="same": it shrinks the sides even with stride 1.',
        ),
        *_mistakes_of_both(_inverted),
    ],
    examine=lambda answer: problem_of_block(
        inverted_block,
        answer,
        ((6, 8, 4), (4, 1, 3)),
        ((6, 8, 4), (6, 1, 3)),
        ((6, 8, 4), (4, 2, 3)),
        ((6, 7, 3), (5, 2, 2)),
        # with odd sides a stride in the last 1×1 would give the same
    ),
    seconds=90,
)
