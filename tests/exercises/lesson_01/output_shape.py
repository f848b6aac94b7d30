"""Answers to `output_shape`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.arrays.convolution import conv2d, output_size
from utils.exercises import lesson_01 as exercise


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
