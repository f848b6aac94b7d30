"""The task `basic_block` of lesson 12, six networks."""

from utils.checking.blocks import problem_of_block
from utils.checking.tasks import Task
from utils.exercises.lesson_12.block_parts import convolved, faulty, mistakes_of_both


def _basic(maps, filters, stride, *faults):
    """The block of ResNet-18, with faults."""
    from keras import layers

    first, second = (1, stride) if "late stride" in faults else (stride, 1)
    inner = "no first ReLU" not in faults
    change = convolved(maps, filters, 3, first, faults, inner)
    change = convolved(change, filters, 3, second, faults, "inner ReLU" in faults)
    if "no skip" not in faults:
        if change.shape != maps.shape or "always fitted" in faults:
            around = "skip ReLU" in faults, "bare skip" not in faults
            maps = convolved(maps, filters, 1, stride, faults, *around)
        change = layers.Add()([maps, change])
    return change if "no last ReLU" in faults else layers.ReLU()(change)


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
        (faulty(_basic, "no last ReLU"), "the ReLU after the addition is missing."),
        (
            faulty(_basic, "inner ReLU", "no last ReLU"),
            "the last ReLU stands before the addition. Then the change can never be "
            "negative: the block could only add. ReLU of the sum.",
        ),
        (
            faulty(_basic, "inner ReLU"),
            "there is a ReLU too many: between the second normalisation and the "
            "addition nothing stands, or the change could never be negative.",
        ),
        (
            faulty(_basic, "no first ReLU"),
            "the ReLU between the convolutions is missing: without it, two "
            "convolutions in a row can say no more than one.",
        ),
        (
            faulty(_basic, "no skip"),
            "the input is not added: this is the plain twin.",
        ),
        (
            faulty(_basic, "always fitted"),
            "the skip has a 1×1 convolution where none is needed. Where the shapes "
            "agree, the input goes around untouched.",
        ),
        (
            faulty(_basic, "bare skip"),
            "the 1×1 convolution of the skip has no batch normalisation behind it.",
        ),
        (
            faulty(_basic, "skip ReLU"),
            "the skip has a ReLU of its own. It is there to fit the input to the "
            "change, with a 1×1 convolution and its normalisation.",
        ),
        (
            faulty(_basic, "late stride"),
            "the stride stands in the second 3×3. It belongs to the first.",
        ),
        *mistakes_of_both(_basic),
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
