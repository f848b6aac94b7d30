"""The task `steps_seen` of lesson 16, convolution without pictures."""

from math import prod

from utils.checking.cases import given
from utils.checking.tasks import Task

steps_seen = Task(
    "steps_seen",
    code="""
    def steps_seen(kernel, dilations):
        return 1 + sum((kernel - 1) * dilation for dilation in dilations)
    """,
    why="An output sees its own step; each layer reaches (kernel − 1) · dilation steps "
    "farther back.",
    hints=[
        "Without any layer, an output would see one step: its own. How many more does "
        "one layer bring with a kernel of 3 and no gaps?",
        "A kernel has kernel − 1 steps from its first number to its last; with gaps, "
        "each of them is `dilation` long.",
        "Reaches add up from layer to layer. Do not forget the step itself.",
    ],
    notice="Doubled dilations make it grow like 2 to the number of layers, and the "
    "number of weights only like the number of layers.",
    cases=[
        given(3, [1]),
        given(2, [1, 1]),
        given(3, [1, 2, 4, 8]),
        given(9, [1, 2, 4, 8]),
        given(2, [1, 2, 4, 8, 16, 32]),
        given(5, []),
        given(1, [1, 2, 4]),
        given(4, [3, 3]),
    ],
    mistakes=[
        (
            lambda kernel, dilations: sum((kernel - 1) * d for d in dilations),
            "its own step is missing: the output sees that, too.",
        ),
        (
            lambda kernel, dilations: kernel * len(dilations),
            "the dilations are not used, and layers share steps: each reaches "
            "kernel − 1 gaps farther, not kernel.",
        ),
        (
            lambda kernel, dilations: 1 + (kernel - 1) * len(dilations),
            "the dilations are not used yet.",
        ),
        (
            lambda kernel, dilations: sum(kernel * d for d in dilations),
            "from the first to the last of `kernel` numbers are kernel − 1 gaps.",
        ),
        (
            lambda kernel, dilations: 1 + sum(kernel * d for d in dilations),
            "from the first to the last of `kernel` numbers are kernel − 1 gaps.",
        ),
        (
            lambda kernel, dilations: kernel ** len(dilations),
            "that counts ways through the layers. Many of them begin at the same step.",
        ),
        (
            lambda kernel, dilations: 1 + (kernel - 1) * prod(dilations),
            "reaches are added from layer to layer, not multiplied.",
        ),
        (
            lambda kernel, dilations: 1 + (kernel - 1) * max(dilations, default=0),
            "all layers reach back, not only the one with the widest gaps.",
        ),
    ],
)
