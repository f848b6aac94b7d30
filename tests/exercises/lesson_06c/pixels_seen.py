"""Answers to `pixels_seen`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.receptive_field import Window, cells_seen, receptive_fields
from utils.exercises import lesson_06c as exercise


@right(exercise.pixels_seen)
def from_below(layers, index):
    size, jump, start = 1, 1, 0
    for k, s, p, d in layers:
        size, start, jump = size + (k - 1) * d * jump, start - p * jump, jump * s
    return [start + index * jump, start + index * jump + size - 1]


@right(exercise.pixels_seen)
def with_the_helper(layers, index):
    windows = [Window(k, s, (p, 99), d) for k, s, p, d in layers]
    pixels = receptive_fields(windows, 99)[-1].pixels(index)
    return np.float32([pixels[0], pixels[-1]])


@right(exercise.pixels_seen)
def with_sets(layers, index):
    seen = {index}
    for k, s, p, d in layers[::-1]:
        seen = {cell * s - p + d * tap for cell in seen for tap in range(k)}
    return min(seen), max(seen)


@wrong(exercise.pixels_seen, "in the wrong order")
def not_reversed(layers, index):
    first = last = index
    for k, s, p, d in layers:
        first, last = first * s - p, last * s - p + d * (k - 1)
    return first, last


@wrong(exercise.pixels_seen, "the padding is not used yet")
def no_padding(layers, index):
    return with_sets([(k, s, 0, d) for k, s, _, d in layers], index)


@wrong(exercise.pixels_seen, "the strides are not used yet")
def no_stride(layers, index):
    return with_sets([(k, 1, p, d) for k, _, p, d in layers], index)


@wrong(exercise.pixels_seen, "the last pixel is one too far")
def as_a_slice(layers, index):
    first, last = with_sets(layers, index)
    return first, last + 1


@wrong(exercise.pixels_seen, "is already there: size - 1 steps remain")
def a_step_too_many(layers, index):
    first = last = index
    for k, s, p, d in reversed(layers):
        first, last = first * s - p, last * s - p + d * k
    return first, last


@wrong(exercise.pixels_seen, "how many pixels there are")
def first_and_size(layers, index):
    first, last = with_sets(layers, index)
    return first, last - first + 1


@wrong(exercise.pixels_seen, "has the shape (3,); (2,) is right")
def all_of_them(layers, index):
    first, last = with_sets(layers, index)
    return list(range(first, last + 1))


@wrong(exercise.pixels_seen, "does not widen its own window")
def jump_too_early(layers, index):
    size, jump, start = 1, 1, 0
    for k, s, p, d in layers:
        jump *= s
        size, start = size + (k - 1) * d * jump, start - p * jump
    return start + index * jump, start + index * jump + size - 1


@wrong(exercise.pixels_seen, "pixels before the rim count too")
def cut_at_the_rim(layers, index):
    first, last = with_sets(layers, index)
    return max(first, 0), last


@wrong(exercise.pixels_seen, "pixels before the rim count too")
def on_a_small_picture(layers, index):
    windows = [Window(k, s, (p, p), d) for k, s, p, d in layers]
    seen = cells_seen(windows, 3, index)[0]
    return seen[0], seen[-1]


@wrong(exercise.pixels_seen, "right, but it changes your `layers`: work on a copy")
def uses_up_the_list(layers, index):
    first = last = index
    while layers:
        size, stride, padding, dilation = layers.pop()
        first = first * stride - padding
        last = last * stride - padding + dilation * (size - 1)
    return first, last
