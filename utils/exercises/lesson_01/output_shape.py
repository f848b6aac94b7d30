"""The task `output_shape` of lesson 1, convolution."""

from utils.checking.cases import given
from utils.checking.tasks import Task

output_shape = Task(
    "output_shape",
    code="""
    def output_shape(image_shape, filters_shape, stride):
        (height, width, _), (kh, kw, _, maps) = image_shape, filters_shape
        return (height - kh) // stride + 1, (width - kw) // stride + 1, maps
    """,
    why="The window's left end has n - k + 1 places, of which every stride-th is used; "
    "each filter leaves one map, however many channels come in.",
    hints=[
        "Treat height and width apart, each with the output-size formula, p = 0 and "
        "d = 1.",
        "Along one axis: (n - k) // stride + 1. The double stroke rounds down.",
        "The channels of the image are summed over. The number of maps is the last "
        "number of filters_shape.",
    ],
    notice="The channels that come in do not show in the output; the number of filters "
    "does.",
    cases=[
        given((5, 5, 1), (3, 3, 1, 1), 1),
        given((5, 5, 1), (3, 3, 1, 4), 1),
        given((5, 5, 1), (3, 3, 1, 1), 2),
        given((6, 6, 3), (3, 3, 3, 2), 2),
        given((5, 8, 3), (3, 3, 3, 2), 1),
        given((9, 9, 1), (3, 5, 1, 7), 3),
        given((34, 40, 3), (5, 3, 3, 12), 2),
        given((8, 6, 2), (4, 2, 2, 3), 2),
    ],
    mistakes=[
        (
            lambda i, f, s: ((i[0] - f[0]) // s, (i[1] - f[1]) // s, f[3]),
            "one too few: a window that fits exactly still has one place to stand.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0]) // s + 1, (i[1] - f[1]) // s + 1, i[2]),
            "all channels go into one number, so each filter leaves one map: count the "
            "filters, not the channels of the image.",
        ),
        (
            lambda i, f, s: (
                (i[0] - f[0]) // s + 1,
                (i[1] - f[1]) // s + 1,
                i[2] * f[3],
            ),
            "the channels are summed into one number; each filter leaves one map.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0] + 1) // s, (i[1] - f[1] + 1) // s, f[3]),
            "n − k + 1 places, of which the first and then every s-th count: divide "
            "n − k, then add 1.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0]) // s + 1, (i[1] - f[1]) // s + 1),
            "height and width are right; the third number, how many maps, is missing.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0]) / s + 1, (i[1] - f[1]) / s + 1, f[3]),
            "a window cannot stand in half a place: round down, with //.",
        ),
        (
            lambda i, f, s: (
                -(-(i[0] - f[0]) // s) + 1,
                -(-(i[1] - f[1]) // s) + 1,
                f[3],
            ),
            "rounded up: the last window would hang over the border. Round down, "
            "with //.",
        ),
        (
            lambda i, f, s: (i[0] - f[0] + 1, i[1] - f[1] + 1, f[3]),
            "the stride is not used yet: only every stride-th place counts.",
        ),
        (
            lambda i, f, s: (-(-i[0] // s), -(-i[1] // s), f[3]),
            "that is the size for padding `same`. Here is no padding.",
        ),
        (
            lambda i, f, s: ((i[1] - f[1]) // s + 1, (i[0] - f[0]) // s + 1, f[3]),
            "width and height are exchanged: the rows (height) come first.",
        ),
        (
            lambda i, f, s: ((i[0] - f[0]) // s + 1, (i[1] - f[0]) // s + 1, f[3]),
            "the filter's width is not its height: filters_shape gives both.",
        ),
    ],
)
