"""The task `network_parameters` of lesson 6b, kinds of convolution."""

from operator import floordiv, truediv

from utils.checking.cases import given
from utils.checking.tasks import Task

CONV, POOL, DENSE = "convolution", "pooling", "dense"


def _counting(bias=1, window=9, all_channels=True, updated=True, pooled=None, lost=0):
    """Count as the lesson does, or with one thing overlooked.

    pooled: (cells, window) -> cells that pooling leaves; lost: rows and columns that a
    convolution takes away.
    """
    pooled = pooled or floordiv

    def count(shape, layers):
        height, width, channels = shape
        total = 0
        for kind, number in layers:
            if kind == CONV:
                seen = channels if all_channels else 1
                total += number * (window * seen + bias)
                channels = number if updated else channels
                height, width = height - lost, width - lost
            elif kind == POOL:
                height, width = pooled(height, number), pooled(width, number)
            else:
                total += number * (height * width * channels + bias)
                height, width, channels = 1, 1, number
        return total

    return count


def _every_dense_sees_the_volume(shape, layers):
    height, width, channels = shape
    total = 0
    for kind, number in layers:
        if kind == CONV:
            total += number * (9 * channels + 1)
            channels = number
        elif kind == POOL:
            height, width = height // number, width // number
        else:
            total += number * (height * width * channels + 1)
    return total


def _without_places(shape, layers):
    channels = shape[2]
    total = 0
    for kind, number in layers:
        if kind != POOL:
            total += number * ((9 if kind == CONV else 1) * channels + 1)
            channels = number
    return total


def _without_pooling(shape, layers):
    return _counting()(shape, [layer for layer in layers if layer[0] != POOL])


LESSON = [(CONV, 32), (POOL, 2), (CONV, 64), (POOL, 2), (DENSE, 128), (DENSE, 10)]

network_parameters = Task(
    "network_parameters",
    code="""
    def network_parameters(shape, network):
        height, width, channels = shape
        total = 0
        for kind, number in network:
            if kind == "convolution":
                total += number * (3 * 3 * channels + 1)
                channels = number
            elif kind == "pooling":
                height, width = height // number, width // number
            else:
                total += number * (height * width * channels + 1)
                height, width, channels = 1, 1, number
        return total
    """,
    why="Walk through the layers and keep the shape up to date: each count needs the "
    "shape that comes in, and each layer leaves another.",
    hints=[
        "Keep four numbers while you walk: height, width, channels, and the total. "
        "Which of them does each kind of layer change?",
        "A convolution adds number * (3 * 3 * channels + 1), and then `channels` is "
        "another. Pooling adds nothing, and divides height and width, rounded down.",
        "A dense layer has a weight for each of height * width * channels numbers and "
        "a bias, for each output. What comes out has height 1, width 1 and `number` "
        "channels: the next dense layer is then counted in the same way.",
    ],
    notice="The last case was the network of this lesson. You can now count any "
    "network of this kind before you build it.",
    cases=[
        given((4, 4, 1), [(CONV, 1)]),
        given((4, 4, 2), [(CONV, 3), (CONV, 5)]),
        given((2, 3, 1), [(DENSE, 4)]),
        given((4, 6, 1), [(POOL, 2), (DENSE, 1)]),
        given((2, 2, 3), [(DENSE, 4), (DENSE, 2), (DENSE, 3)]),
        given((9, 11, 1), [(CONV, 2), (POOL, 3), (CONV, 3), (POOL, 2), (DENSE, 2)]),
        given((28, 28, 1), [(POOL, 4), (CONV, 4), (CONV, 6), (DENSE, 7), (DENSE, 5)]),
        given((32, 32, 3), LESSON),
    ],
    mistakes=[
        (
            _counting(bias=0),
            "the biases are missing, one for each filter and each dense output.",
        ),
        (
            _counting(all_channels=False),
            "a filter of a convolution reaches through all channels that come in, not "
            "through one.",
        ),
        (
            _counting(window=3),
            "a filter has 3 · 3 weights for each channel, not 3.",
        ),
        (
            _counting(updated=False),
            "after a convolution there are as many channels as it has filters: the "
            "next layer sees those.",
        ),
        (
            _counting(pooled=lambda cells, window: -(-cells // window)),
            "a pooling window that does not fit in whole is left out: round down.",
        ),
        (
            _counting(pooled=truediv),
            "pooling leaves whole rows and columns: divide with //, not with /.",
        ),
        (
            _counting(lost=2),
            "the convolutions of this task have padding `same`: height and width stay "
            "as they are. (Those of task 1 had none.)",
        ),
        (
            _every_dense_sees_the_volume,
            "only the first dense layer sees the volume. What comes out of it is a "
            "list, and the next dense layer sees that.",
        ),
        (
            _without_places,
            "a dense layer has a weight for every number of the volume: height · width "
            "· channels of them.",
        ),
        (
            _without_pooling,
            "the pooling is not used yet: it leaves fewer rows and columns to the "
            "dense layer.",
        ),
        (
            lambda shape, layers: (
                _counting()(shape, layers) - _counting()(shape, layers[:-1])
            ),
            "only the last layer is counted: add up all of them.",
        ),
    ],
)
