"""The task `bill_of_conv3d` of lesson 19, what moves."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _bill(film, kernel, filters, bias=1, places=None, channels=None):
    frames, height, width, depth = film
    depth = depth if channels is None else channels
    long, high, wide = kernel
    if places is None:
        places = (frames - long + 1) * (height - high + 1) * (width - wide + 1)
    weights = long * high * wide * depth
    return (weights + bias) * filters, places * weights * filters


def _padded(film, kernel, filters):
    frames, height, width, _ = film
    return _bill(film, kernel, filters, places=frames * height * width)


def _flat(film, kernel, filters):
    """That of a Conv2D with the frames as channels."""
    frames, height, width, channels = film
    _, high, wide = kernel
    return _bill((1, height, width, frames * channels), (1, high, wide), filters)


def _all_frames(film, kernel, filters):
    """As many places along time as there are frames."""
    frames, height, width, _ = film
    _, high, wide = kernel
    places = frames * (height - high + 1) * (width - wide + 1)
    return _bill(film, kernel, filters, places=places)


bill_of_conv3d = Task(
    "bill_of_conv3d",
    code="""
    def bill_of_conv3d(film, kernel, filters):
        frames, height, width, channels = film
        long, high, wide = kernel
        weights = long * high * wide * channels
        places = (frames - long + 1) * (height - high + 1) * (width - wide + 1)
        return (weights + 1) * filters, places * weights * filters
    """,
    why="A filter has one weight for each number under it, and a bias. At every place "
    "where it fits, along time too, each weight is used once.",
    hints=[
        "How many numbers lie under the kernel at once? All channels count.",
        "Lesson 1's n - k + 1 holds along each of the three axes. Multiply the three.",
        "parameters = (weights of a filter + 1) · filters; multiply-adds = places · "
        "weights of a filter · filters.",
    ],
    notice="The number of frames is in the multiply-adds, not in the parameters: the "
    "same kernel reads eight frames or eight hundred.",
    cases=[
        given((2, 3, 3, 1), (2, 3, 3), 1),
        given((3, 3, 3, 1), (2, 2, 2), 1),
        given((8, 24, 24, 1), (3, 5, 5), 8),
        given((8, 12, 10, 3), (3, 3, 3), 16),
        given((16, 9, 9, 4), (1, 5, 3), 2),
        given((5, 5, 5, 2), (5, 5, 5), 3),
    ],
    mistakes=[
        (
            lambda film, kernel, filters: _bill(film, kernel, filters, bias=0),
            "the biases are missing: one for each filter.",
        ),
        (
            lambda film, kernel, filters: _bill(film, kernel, filters)[::-1],
            "the two are in the other order: parameters first.",
        ),
        (
            _padded,
            "the places are those of a padded film. Here only places where the kernel "
            "fits count.",
        ),
        (
            _all_frames,
            "along time, too, the kernel must fit: there are fewer places than frames.",
        ),
        (
            lambda film, kernel, filters: _bill(film, kernel, filters, channels=1),
            "the channels are missing: a filter has weights for each of them.",
        ),
        (
            _flat,
            "that is the bill of a Conv2D that has the frames as channels. This kernel "
            "is shorter than the film, and slides along it.",
        ),
        (
            lambda film, kernel, filters: (
                _bill(film, kernel, filters)[0],
                _bill(film, kernel, filters)[1] // filters,
            ),
            "the multiply-adds are those of one filter.",
        ),
        (
            lambda film, kernel, filters: (
                _bill(film, kernel, 1, bias=0)[0] * filters,
                _bill(film, kernel, filters, places=1)[1],
            ),
            "the multiply-adds are those of one place, and biases are missing.",
        ),
    ],
)
