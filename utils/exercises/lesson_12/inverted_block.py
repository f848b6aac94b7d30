"""The task `inverted_block` of lesson 12, six networks."""

from utils.checking.blocks import problem_of_block
from utils.checking.tasks import Task
from utils.exercises.lesson_12.block_parts import convolved, faulty, mistakes_of_both


def _inverted(maps, filters, stride, widen, *faults):
    """The block of MobileNetV2, with faults."""
    from keras import layers

    first = stride if "early stride" in faults else 1
    third = stride if "late stride" in faults else 1
    second = stride // (first * third)
    wide = widen * (filters if "from filters" in faults else maps.shape[-1])
    wide = widen if "widen alone" in faults else wide
    look = wide if "full 3×3" in faults else None
    change = convolved(maps, wide, 1, first, faults, relu=True)
    change = convolved(change, look, 3, second, faults, relu=True)
    change = convolved(change, filters, 1, third, faults, "third ReLU" in faults)
    if change.shape != maps.shape and "always added" in faults:
        maps = convolved(maps, filters, 1, stride, faults)
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
            faulty(_inverted, "third ReLU"),
            "there is a ReLU behind the last 1×1. It would set about half of the few "
            "numbers to 0; this layer stays linear.",
        ),
        (
            faulty(_inverted, "last ReLU"),
            "there is a ReLU at the end, as in ResNet. Here the narrow maps leave "
            "the block as they are, also below 0.",
        ),
        (
            faulty(_inverted, "no skip"),
            "the skip is missing: where the shapes agree, the input is added.",
        ),
        (
            faulty(_inverted, "always added"),
            "the skip has a 1×1 convolution where the shapes differ, as in ResNet. "
            "Here there is no skip in such a block.",
        ),
        (
            faulty(_inverted, "from filters"),
            "it is widened to widen · filters. The width is counted from the "
            "channels that come in.",
        ),
        (
            faulty(_inverted, "widen alone"),
            "it is widened to `widen` channels. widen is a factor: the middle has "
            "widen times as many channels as come in.",
        ),
        (
            faulty(_inverted, "early stride"),
            "the stride stands in the first 1×1, which then skips three of four "
            "places without having looked at them. It belongs to the depthwise "
            "layer, which looks around.",
        ),
        (
            faulty(_inverted, "late stride"),
            "the stride stands in the last 1×1. The depthwise layer then looks around "
            "at four times as many places as are read.",
        ),
        (
            faulty(_inverted, "full 3×3"),
            "the 3×3 in the middle reads all the widened channels. Depthwise, each "
            "channel by itself, is what makes so wide a middle cheap.",
        ),
        (
            faulty(_inverted, "no padding"),
            'the 3×3 has no padding="same": it shrinks the sides even with stride 1.',
        ),
        *mistakes_of_both(_inverted),
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
