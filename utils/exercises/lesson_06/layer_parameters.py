"""The task `layer_parameters` of lesson 6, layers and shapes."""

from utils.checking.tasks import Task

RIGHT = [160, 4640, 8010]


def _slip(place, number, sentence):
    """A mistake in one of the three numbers, the two others being right."""
    return [*RIGHT[:place], number, *RIGHT[place + 1 :]], sentence


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
        _slip(0, 144, "the first convolution has biases, too: one for each filter."),
        _slip(1, 4608, "the second convolution has biases, too: one for each filter."),
        _slip(2, 8000, "the dense layer has biases, too: one for each output."),
        (
            [144, 4608, 8010],
            "the biases of the convolutions are missing, one for each filter.",
        ),
        _slip(0, 448, "the picture is grey: one channel comes in, not three."),
        _slip(
            1,
            320,
            "a filter of the second convolution reaches through all 16 maps that come "
            "in, not through one.",
        ),
        _slip(
            1,
            4624,
            "the second convolution has 32 filters, so 32 biases; 16 are the maps that "
            "come in.",
        ),
        _slip(
            2,
            15690,
            "the dense layer is counted as after padding `same` (7 × 7 maps). Here is "
            "no padding: 28 becomes 26.",
        ),
        _slip(
            2,
            11530,
            "11 rows give 5 rows after pooling, not 6: a window that does not fit in "
            "whole is left out.",
        ),
        _slip(
            2,
            38730,
            "the second pooling comes before flatten, and leaves fewer places.",
        ),
        _slip(
            2,
            330,
            "so many it would be after global average pooling, one number for each "
            "map. Flatten keeps all places.",
        ),
        _slip(2, 810, "800 numbers and 10 outputs: multiply, do not add."),
        _slip(2, 260, "all 32 maps are flattened, not one: 5 · 5 · 32 numbers."),
        _slip(
            2,
            0,
            "the last layer has weights too: ten outputs, each with one for every "
            "number of the flattened volume.",
        ),
    ],
)
