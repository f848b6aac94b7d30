"""The task `separable_parameters` of lesson 12b, from paper to Keras."""

from utils.checking.cases import given
from utils.checking.tasks import Task


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
        given(5, 16, 24),
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
            _separable(second=0),
            "the normalisation behind the second layer is missing: it has γ and β for "
            "each of the `filters`.",
        ),
        (
            _separable(first=3, second=3),
            "biases are counted as well as γ and β. Neither convolution has a bias.",
        ),
        (
            _separable(first=5, second=5),
            "five numbers for each channel: neither convolution has a bias, and the "
            "two moving averages are tracked, not learnt.",
        ),
        (
            lambda size, channels, filters: size**2 * channels + 2 * channels,
            "the second layer is missing: the 1×1 that mixes, and its normalisation.",
        ),
        (
            lambda size, channels, filters: channels * filters + 2 * filters,
            "the first layer is missing: the depthwise one, and its normalisation.",
        ),
        (
            _separable(lambda size, channels, filters: size**2),
            "the depthwise layer has a filter of its own for each of the `channels`, "
            "not one for all.",
        ),
        (
            _separable(lambda size, channels, filters: size * channels),
            "a filter of this size has size · size weights, not size.",
        ),
    ],
)
