"""The task `widest_bottleneck` of lesson 12b, from paper to Keras."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _widest(weights):
    """Finds the largest width whose weights(channels, width) are within the budget."""

    def width_within(channels, budget):
        width = 0
        while weights(channels, width + 1) <= budget:
            width += 1
        return width

    return width_within


def bottleneck(channels, width):
    """The weights of 1×1 down, 3×3, and 1×1 up."""
    return 2 * channels * width + 9 * width**2


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
        given(256, 69_632),
        given(192, 50_000),
        given(3, 10**6),  # more than 300 wide
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
        *(
            (
                _widest(lambda c, w, n=n: bottleneck(c, w) + n * (2 * w + c)),
                "biases, or γ and β of a normalisation, are counted as well. The task "
                "leaves them out.",
            )
            for n in (1, 2, 3, 4)
        ),
        (
            _widest(lambda c, w: 2 * c * w + 3 * w * w),
            "a 3×3 window has nine weights, not three, for each pair of channels.",
        ),
        (
            lambda c, budget: min(_widest(bottleneck)(c, budget), c),
            "nothing forbids a neck wider than `channels`: only the budget counts.",
        ),
        *(
            (
                lambda c, budget, most=most: min(_widest(bottleneck)(c, budget), most),
                "the search ends too early: with a large budget and few channels the "
                "neck is wider than the widths that you try.",
            )
            for most in (99, 100, 127, 128, 255, 256)
        ),
        (
            lambda c, budget: max(_widest(bottleneck)(c, budget), 1),
            "where not even a width of 1 fits, the answer is 0.",
        ),
        (
            lambda c, budget: c // 4,
            "a quarter of the channels is ResNet-50's own choice. Here the budget "
            "decides.",
        ),
        (
            _widest(lambda channels, w: 2 * channels * w),
            "the 3×3 in the middle is missing.",
        ),
    ],
)
