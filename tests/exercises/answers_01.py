"""Lesson 1: answers that are right, and answers that learners write."""

import numpy as np

from exercises.collected import right, wrong
from utils import kernels
from utils.convolution import conv2d, cross_correlate, output_size, padding_amounts
from utils.exercises import lesson_01 as exercise

right(
    exercise.shift_kernel,
    [[0, 0, 0], [1, 0, 0], [0, 0, 0]],
    np.roll(kernels.IDENTITY, -1, axis=1),
    ((0, 0, 0), (1.0, 0, 0), (0, 0, 0)),
)
wrong(exercise.shift_kernel, "to the left", [[0, 0, 0], [0, 0, 1], [0, 0, 0]])
wrong(
    exercise.shift_kernel,
    "rows come first",
    np.array([[0, 1, 0], [0, 0, 0], [0, 0, 0]]),
)
wrong(exercise.shift_kernel, "nothing moves", kernels.IDENTITY)
wrong(exercise.shift_kernel, "Only one weight", [[0, 0, 0], [1, 1, 0], [0, 0, 0]])
wrong(exercise.shift_kernel, "finds edges", [[0, 0, 0], [1, -1, 0], [0, 0, 0]])
wrong(exercise.shift_kernel, "1 axis is missing", [1, 0, 0])
wrong(exercise.shift_kernel, "one too few", [[0, 0, 0], [1, 0, 0]])
wrong(exercise.shift_kernel, "unequal", [[0, 0, 0], [1, 0], [0, 0, 0]])
wrong(exercise.shift_kernel, "9 times", np.array([[0, 0, 0], [9, 0, 0], [0, 0, 0]]))
wrong(
    exercise.shift_kernel, "not a function", lambda: [[0, 0, 0], [1, 0, 0], [0, 0, 0]]
)
right(
    exercise.sobel_y,
    kernels.SOBEL_Y,
    [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    np.transpose(kernels.SOBEL_X).astype(np.float64),
)
wrong(exercise.sobel_y, "this is Sobel x", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
wrong(exercise.sobel_y, "the sign", [[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
wrong(exercise.sobel_y, "Prewitt", [[-1, -1, -1], [0, 0, 0], [1, 1, 1]])
wrong(exercise.sobel_y, "needs minus signs", [[1, 2, 1], [0, 0, 0], [1, 2, 1]])
wrong(exercise.sobel_y, "every direction", kernels.LAPLACIAN)
wrong(exercise.sobel_y, "the difference alone", [[-1], [0], [1]])
wrong(exercise.sobel_y, "0.125 times", kernels.SOBEL_Y / 8)


@right(exercise.pad_same)
def with_the_helper(image, k, stride):
    return np.pad(image, [padding_amounts(n, k, stride, "same") for n in image.shape])


@right(exercise.pad_same)
def into_a_larger_array(image, k, stride):
    amounts = [padding_amounts(n, k, stride, "same") for n in image.shape]
    (top, bottom), (left, right_) = amounts
    height, width = image.shape
    canvas = np.zeros((top + height + bottom, left + width + right_))
    canvas[top : top + height, left : left + width] = image
    return canvas.tolist()


@wrong(exercise.pad_same, "k // 2 cells on every side")
def as_in_pytorch(image, k, stride):
    return np.pad(image, k // 2)


@wrong(exercise.pad_same, "not before")
def odd_cell_before(image, k, stride):
    return np.pad(
        image, [padding_amounts(n, k, stride, "same")[::-1] for n in image.shape]
    )


@wrong(exercise.pad_same, "depends on the stride")
def without_the_stride(image, k, stride):
    return np.pad(image, [padding_amounts(n, k, 1, "same") for n in image.shape])


@wrong(exercise.pad_same, "must be zeros")
def with_the_border(image, k, stride):
    amounts = [padding_amounts(n, k, stride, "same") for n in image.shape]
    return np.pad(image, amounts, mode="edge")


@wrong(exercise.pad_same, "index can't contain negative values")
def negative(image, k, stride):
    missing = [(-(-n // stride) - 1) * stride + k - n for n in image.shape]
    return np.pad(image, [(m // 2, m - m // 2) for m in missing])


@right(exercise.output_shape)
def with_a_list(image_shape, filters_shape, stride):
    sizes = [output_size(image_shape[i], filters_shape[i], stride) for i in (0, 1)]
    return [*sizes, filters_shape[3]]


@right(exercise.output_shape)
def by_doing_it(image_shape, filters_shape, stride):
    maps = conv2d(np.ones((1, *image_shape)), np.ones(filters_shape), stride)
    return np.array(maps.shape[1:], dtype=np.float32)


@right(exercise.output_shape)
def by_counting(image_shape, filters_shape, stride=1):
    rows = len(range(0, image_shape[0] - filters_shape[0] + 1, stride))
    columns = len(range(0, image_shape[1] - filters_shape[1] + 1, stride))
    return rows, columns, filters_shape[-1]


@wrong(exercise.output_shape, "one too few")
def off_by_one(image_shape, filters_shape, stride):
    height = (image_shape[0] - filters_shape[0]) // stride
    width = (image_shape[1] - filters_shape[1]) // stride
    return height, width, filters_shape[3]


@wrong(exercise.output_shape, "count the filters")
def keeps_the_channels(image_shape, filters_shape, stride):
    return *with_a_list(image_shape, filters_shape, stride)[:2], image_shape[2]


@wrong(exercise.output_shape, "how many maps, is missing")
def forgets_the_maps(image_shape, filters_shape, stride):
    return with_a_list(image_shape, filters_shape, stride)[:2]


@wrong(exercise.output_shape, "(6, 6, 3), (3, 3, 3, 2), 2) returns [2.5, 2.5, 2]")
def divides_exactly(image_shape, filters_shape, stride):
    height = (image_shape[0] - filters_shape[0]) / stride + 1
    width = (image_shape[1] - filters_shape[1]) / stride + 1
    return height, width, filters_shape[3]


@wrong(exercise.output_shape, "only every stride-th place counts")
def forgets_the_stride(image_shape, filters_shape, stride):
    return with_a_list(image_shape, filters_shape, 1)


@wrong(exercise.output_shape, "n − k + 1 places, of which the first")
def divides_the_places(image_shape, filters_shape, stride):
    height, width = (image_shape[i] - filters_shape[i] + 1 for i in (0, 1))
    return height // stride, width // stride, filters_shape[3]


@wrong(exercise.output_shape, "each filter leaves one map.")
def maps_for_every_channel(image_shape, filters_shape, stride):
    height, width, maps = with_a_list(image_shape, filters_shape, stride)
    return height, width, maps * filters_shape[2]


@wrong(exercise.output_shape, "it stops with ValueError: too many values")
def unpacks_wrongly(image_shape, filters_shape, stride):
    height, width = image_shape
    return height, width


@wrong(exercise.output_shape, "is a `return` missing? The call was output_shape(")
def prints_only(image_shape, filters_shape, stride):
    print(with_a_list(image_shape, filters_shape, stride))


@right(exercise.conv2d_batch)
def with_loops(images, filters):
    images, (kh, kw, _, maps) = np.asarray(images, float), filters.shape
    n, height, width, _ = images.shape
    output = np.zeros((n, height - kh + 1, width - kw + 1, maps), dtype=np.float32)
    for b, i, j, f in np.ndindex(*output.shape):
        output[b, i, j, f] = np.sum(images[b, i : i + kh, j : j + kw] * filters[..., f])
    return output


@right(exercise.conv2d_batch)
def with_shifted_pictures(images, filters):
    (_, height, width, _), (kh, kw, *_) = images.shape, filters.shape
    rows, columns = height - kh + 1, width - kw + 1
    return sum(
        images[:, m : m + rows, n : n + columns].astype("float32") @ filters[m, n]
        for m, n in np.ndindex(kh, kw)
    )


def windows_of(images, filters):
    return np.lib.stride_tricks.sliding_window_view(images, filters.shape[:2], (1, 2))


@wrong(exercise.conv2d_batch, "overflows")
def in_eight_bits(images, filters):
    return np.einsum("bijcmn,mncf->bijf", windows_of(images, filters), filters)


@wrong(exercise.conv2d_batch, "operand has more dimensions than subscripts")
def as_for_one_image(images, filters):
    return np.einsum("ijcmn,mncf->ijf", windows_of(images, filters), filters)


@wrong(exercise.conv2d_batch, "rows and columns of the filter are exchanged")
def letters_exchanged(images, filters):
    windows = windows_of(images.astype(np.float32), filters)
    return np.einsum("bijcmn,nmcf->bijf", windows, filters)


@wrong(exercise.conv2d_batch, "holds 10 at [0, 0, 0, 0], where 10.5 is right")
def whole_weights(images, filters):
    return with_loops(images, filters.astype(int))


@wrong(exercise.conv2d_batch, "has lost its decimals")
def whole_results(images, filters):
    return np.round(with_loops(images, filters)).astype(int)


@wrong(exercise.conv2d_batch, "turned by 180 degrees")
def turned(images, filters):
    return with_loops(images, filters[::-1, ::-1])


@wrong(exercise.conv2d_batch, "channels are kept apart")
def channel_by_channel(images, filters):
    slices = [
        with_loops(images[..., c : c + 1], filters[:, :, c : c + 1])
        for c in range(images.shape[3])
    ]
    return np.stack(slices, axis=3)


@wrong(exercise.conv2d_batch, "the batch axis is summed over")
def one_image(images, filters):
    return with_loops(images, filters).sum(axis=0)


@wrong(exercise.conv2d_batch, "PyTorch's order")
def maps_first(images, filters):
    return np.moveaxis(with_loops(images, filters), 3, 1)


@wrong(exercise.conv2d_batch, "padding has come in")
def padded(images, filters):
    return np.stack(
        [
            np.stack(
                [
                    sum(
                        cross_correlate(
                            image[..., c].astype(float),
                            filters[..., c, f],
                            padding="same",
                        )
                        for c in range(image.shape[2])
                    )
                    for f in range(filters.shape[3])
                ],
                axis=-1,
            )
            for image in images
        ]
    )
