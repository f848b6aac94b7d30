"""The task `narrow_parameters` of lesson 10c, how small can it be."""

from itertools import pairwise

from utils.checking.cases import given
from utils.checking.tasks import Task


def _counted(channels, *, first_bias=1, biases=0, normalised=4, dense_bias=10):
    first, last = channels[0], channels[-1]
    total = 9 * first + first_bias * first
    for before, after in pairwise(channels):
        total += 9 * before * after + (biases + normalised) * after
    return total + 10 * last + dense_bias


narrow_parameters = Task(
    "narrow_parameters",
    code="""
    from itertools import pairwise

    def narrow_parameters(channels):
        first, last = channels[0], channels[-1]
        total = 9 * first + first
        for before, after in pairwise(channels):
            total += 9 * before * after + 4 * after
        return total + 10 * last + 10
    """,
    why="A filter of 3 × 3 has 9 weights for each channel that comes in. Pooling has "
    "no parameters, so the dense layer gets one number for each of the last channels.",
    hints=[
        "Begin with one convolution: how many weights and biases has it, for one "
        "channel in and channels[0] out? Then the dense layer for ten digits.",
        "From the second on, a convolution from `before` to `after` channels has "
        "9 * before * after weights and no biases.",
        "Each batch normalisation has 4 numbers a channel, two learnt and two tracked. "
        "Go through the pairs of neighbours: zip(channels, channels[1:]).",
    ],
    notice="The products of neighbours decide: twice the channels everywhere, and the "
    "count grows nearly fourfold. So does the work, as long as the maps stay as large.",
    cases=[
        given([1]),
        given([2]),
        given([1, 1]),
        given([2, 3]),
        given([6, 8, 8, 10, 10]),
        given([8, 12, 16, 16, 16]),
        given([5, 4, 3]),
    ],
    mistakes=[
        (
            lambda channels: _counted(channels, normalised=0),
            "the batch normalisations are missing: four numbers a channel, from the "
            "second convolution on.",
        ),
        (
            lambda channels: _counted(channels, normalised=2),
            "two numbers a channel are learnt, and two more are tracked: the moving "
            "averages count in `count_params()`, too.",
        ),
        (
            lambda channels: _counted(channels, biases=1),
            "behind the first, no convolution has a bias: batch normalisation has a "
            "shift of its own.",
        ),
        (
            lambda channels: _counted(channels, first_bias=0),
            "the first convolution has biases, one for each of its channels.",
        ),
        (
            lambda channels: _counted(channels, first_bias=4),
            "behind the first convolution there is no batch normalisation: it has "
            "biases.",
        ),
        (
            lambda channels: _counted(channels, first_bias=5),
            "behind the first convolution there is no batch normalisation.",
        ),
        (
            lambda channels: _counted(channels, dense_bias=0),
            "the dense layer has ten biases.",
        ),
        (
            lambda channels: _counted(channels) - 10 * channels[-1] - 10,
            "the dense layer is missing.",
        ),
        (
            lambda channels: _counted(channels) + 10 * (4 * 4 - 1) * channels[-1],
            "global average pooling leaves one number for each channel, not one for "
            "each place.",
        ),
        (
            lambda channels: (
                _counted(channels)
                - 8 * sum(before * after for before, after in pairwise(channels))
            ),
            "a filter has 3 × 3 = 9 weights for each channel that comes in.",
        ),
    ],
)
