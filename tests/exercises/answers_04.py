"""Lesson 4: answers that are right, and answers that learners write."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy import ndimage

from exercises.collected import right, wrong
from utils.exercises import lesson_04 as exercise
from utils.kernels import SOBEL_X, SOBEL_Y


@right(exercise.sobel_towards)
def by_a_rotation_of_the_arrow(degrees):
    turn = np.exp(1j * np.radians(degrees))
    return (turn.conjugate() * (SOBEL_X + 1j * SOBEL_Y)).real.astype(np.float32)


@right(exercise.sobel_towards)
def weight_by_weight(degrees):
    cos, sin = np.cos(degrees * np.pi / 180), np.sin(degrees * np.pi / 180)
    return [
        [-cos - sin, -2 * sin, cos - sin],
        [-2 * cos, 0, 2 * cos],
        [-cos + sin, 2 * sin, cos + sin],
    ]


@wrong(exercise.sobel_towards, "take radians")
def in_degrees(degrees):
    return np.cos(degrees) * SOBEL_X + np.sin(degrees) * SOBEL_Y


@wrong(exercise.sobel_towards, "sin and cos are exchanged")
def exchanged(degrees):
    angle = np.deg2rad(degrees)
    return np.sin(angle) * SOBEL_X + np.cos(angle) * SOBEL_Y


@wrong(exercise.sobel_towards, "90 degrees is down")
def as_in_school(degrees):
    angle = np.deg2rad(degrees)
    return np.cos(angle) * SOBEL_X - np.sin(angle) * SOBEL_Y


@wrong(exercise.sobel_towards, "in proportion to the angle")
def mixes_evenly(degrees):
    share = degrees / 90
    return SOBEL_X + share * (SOBEL_Y - SOBEL_X)


@wrong(exercise.sobel_towards, "sobel_towards(90) returns")
def turns_the_pixels(degrees):
    return ndimage.rotate(SOBEL_X, degrees, reshape=False, order=1)


@wrong(exercise.sobel_towards, "opposite sign")
def points_to_the_dark(degrees):
    return -np.array(weight_by_weight(degrees))


right(
    exercise.quiet_slope,
    [[-0.167, 0, 0.167]] * 3,
    np.tile(np.float32([-0.16667, 0, 0.16667]), (3, 1)),
    np.linalg.pinv(np.stack([np.ones(9), *(np.indices((3, 3)) - 1).reshape(2, 9)]))[
        :, 2
    ].reshape(3, 3),
)
wrong(exercise.quiet_slope, "SOBEL_X / 8 is the one to beat", SOBEL_X / 8)
wrong(exercise.quiet_slope, "it answers 8. The slope there is 1", SOBEL_X)
wrong(exercise.quiet_slope, "it answers 6. The slope there", [[-1, 0, 1]] * 3)
wrong(exercise.quiet_slope, "the slope downwards", SOBEL_Y / 8)
wrong(exercise.quiet_slope, "the sign", -SOBEL_X / 8)
wrong(exercise.quiet_slope, "is 0.707: more than", [[0] * 3, [-0.5, 0, 0.5], [0] * 3])
wrong(exercise.quiet_slope, "must add up to 0", np.full((3, 3), 1 / 9))
wrong(
    exercise.quiet_slope,
    "less than that of SOBEL_X / 8",
    np.outer([0.3, 0.4, 0.3], [-0.5, 0, 0.5]),
)
wrong(
    exercise.quiet_slope,
    "grows downwards",
    [[-0.5, 0, 0], [0, 0, 0], [0, 0, 0.5]],
)
wrong(exercise.quiet_slope, "not the shape (3,)", [-0.5, 0, 0.5])


@right(exercise.thin)
def with_loops(slope_x, slope_y):
    magnitude = np.sqrt(slope_x**2 + slope_y**2)
    height, width = magnitude.shape
    thinned = [[0.0] * width for _ in range(height)]
    for r in range(height):
        for c in range(width):
            down, along = (0, 1) if abs(slope_x[r, c]) >= abs(slope_y[r, c]) else (1, 0)
            sides = [(r - down, c - along), (r + down, c + along)]
            sides = [
                magnitude[i, j] for i, j in sides if 0 <= i < height and 0 <= j < width
            ]
            if all(magnitude[r, c] >= side for side in sides):
                thinned[r][c] = magnitude[r, c]
    return thinned


@right(exercise.thin)
def with_maximum_filters(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y).astype(np.float32)
    is_steep = np.abs(slope_x) >= np.abs(slope_y)
    in_row = ndimage.maximum_filter(magnitude, (1, 3), mode="constant")
    in_column = ndimage.maximum_filter(magnitude, (3, 1), mode="constant")
    return magnitude * (magnitude == np.where(is_steep, in_row, in_column))


@wrong(exercise.thin, "compares along the edge")
def along(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    is_steep = np.abs(slope_x) >= np.abs(slope_y)
    in_row = ndimage.maximum_filter(magnitude, (1, 3), mode="constant")
    in_column = ndimage.maximum_filter(magnitude, (3, 1), mode="constant")
    return magnitude * (magnitude == np.where(is_steep, in_column, in_row))


@wrong(exercise.thin, "left and right only")
def sideways(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    largest = ndimage.maximum_filter(magnitude, (1, 3), mode="constant")
    return magnitude * (magnitude == largest)


@wrong(exercise.thin, "all four neighbours")
def peaks(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    cross = ndimage.generate_binary_structure(2, 1)
    largest = ndimage.maximum_filter(magnitude, footprint=cross, mode="constant")
    return magnitude * (magnitude == largest)


@wrong(exercise.thin, "Wanted is the magnitude there")
def yes_or_no(slope_x, slope_y):
    return np.array(with_loops(slope_x, slope_y)) > 0


@wrong(exercise.thin, "the other end of the picture")
def rolls(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    is_steep = np.abs(slope_x) >= np.abs(slope_y)
    in_row = ndimage.maximum_filter(magnitude, (1, 3), mode="wrap")
    in_column = ndimage.maximum_filter(magnitude, (3, 1), mode="wrap")
    return magnitude * (magnitude == np.where(is_steep, in_row, in_column))


@wrong(exercise.thin, "on a tie, left and right are meant")
def other_way_on_a_tie(slope_x, slope_y):
    return np.transpose(with_loops(slope_y.T, slope_x.T))


@wrong(exercise.thin, "changed while it is read")
def in_place(slope_x, slope_y):
    magnitude = np.hypot(slope_x, slope_y)
    height, width = magnitude.shape
    for r, c in np.ndindex(height, width):
        down, along = (0, 1) if abs(slope_x[r, c]) >= abs(slope_y[r, c]) else (1, 0)
        for i, j in [(r - down, c - along), (r + down, c + along)]:
            inside = 0 <= i < height and 0 <= j < width
            if inside and magnitude[i, j] > magnitude[r, c]:
                magnitude[r, c] = 0
    return magnitude


@wrong(exercise.thin, "not thinned yet")
def only_the_magnitude(slope_x, slope_y):
    return np.sqrt(slope_x**2 + slope_y**2)


@wrong(exercise.thin, "one too few")
def loses_the_border(slope_x, slope_y):
    return with_maximum_filters(slope_x, slope_y)[:, :-1]


@right(exercise.find_filter)
def around_the_means(before, after, size):
    """Without the column of ones: what is added moves the means only."""
    windows = sliding_window_view(before, (size, size)).reshape(-1, size**2)
    means = windows.mean(axis=0)
    weights = np.linalg.pinv(windows - means) @ (after - after.mean()).ravel()
    brightness = after.mean() - means @ weights
    return weights.reshape(size, size).tolist(), brightness


@right(exercise.find_filter)
def by_normal_equations(before, after, size):
    height, width = after.shape
    table = [np.ones(after.size)]
    for m, n in np.ndindex(size, size):
        table.append(before[m : m + height, n : n + width].ravel())
    table = np.array(table)
    brightness, *weights = np.linalg.solve(table @ table.T, table @ after.ravel())
    kernel = np.reshape(weights, (size, size)).astype(np.float32)
    return kernel, np.float32(brightness)


@wrong(exercise.find_filter, "its weights have to make up for it")
def as_in_the_lesson(before, after, size):
    windows = sliding_window_view(before, (size, size)).reshape(-1, size**2)
    return np.linalg.lstsq(windows, after.ravel())[0].reshape(size, size), 0


@wrong(exercise.find_filter, "its weights have to make up for it")
def difference_of_means(before, after, size):
    return as_in_the_lesson(before, after, size)[0], after.mean() - before.mean()


@wrong(exercise.find_filter, "By then the weights are wrong")
def brightness_last(before, after, size):
    kernel, _ = as_in_the_lesson(before, after, size)
    windows = sliding_window_view(before, (size, size)).reshape(-1, size**2)
    left_over = after.ravel() - windows @ kernel.ravel()
    return kernel, left_over.mean()


@wrong(exercise.find_filter, "in the other order")
def other_order(before, after, size):
    return by_normal_equations(before, after, size)[::-1]


@wrong(exercise.find_filter, "must consist of 2 parts")
def kernel_only(before, after, size):
    return by_normal_equations(before, after, size)[0]


@wrong(exercise.find_filter, "turned by 180 degrees")
def turned(before, after, size):
    kernel, brightness = by_normal_equations(before, after, size)
    return kernel[::-1, ::-1], brightness


@wrong(exercise.find_filter, "has the shape (1,); (1, 1) is right")
def flat(before, after, size):
    kernel, brightness = by_normal_equations(before, after, size)
    return kernel.ravel(), brightness
