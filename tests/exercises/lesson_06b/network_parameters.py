"""Answers to `network_parameters`: right ones, and those that learners write."""

from math import prod

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_06b as exercise


@right(exercise.network_parameters)
def with_shapes_in_a_list(shape, layers):
    counts, shape = [], list(shape)
    for kind, number in layers:
        if kind == "pooling":
            shape[:2] = [side // number for side in shape[:2]]
            continue
        is_dense = kind == "dense"
        counts.append((prod(shape) if is_dense else 9 * shape[2]) * number + number)
        shape = [1, 1, number] if is_dense else [*shape[:2], number]
    return sum(counts)


@right(exercise.network_parameters)
def with_a_list_that_grows_flat(size, network):
    height, width, channels = size
    flat, total = None, 0
    for kind, number in network:
        if kind == "dense":
            flat = flat or height * width * channels
            total += flat * number + number
            flat = number
        if kind == "pooling":
            height //= number
            width //= number
        if kind == "convolution":
            total += number * 9 * channels + number
            channels = number
    return total


@wrong(exercise.network_parameters, "the biases are missing")
def no_biases(shape, layers):
    height, width, channels = shape
    total = 0
    for kind, number in layers:
        if kind == "convolution":
            total += number * 9 * channels
            channels = number
        elif kind == "pooling":
            height, width = height // number, width // number
        else:
            total += number * height * width * channels
            height, width, channels = 1, 1, number
    return total


@wrong(exercise.network_parameters, "the next layer sees those")
def channels_of_the_picture(shape, layers):
    height, width, channels = shape
    total = 0
    for kind, number in layers:
        if kind == "convolution":
            total += number * (9 * channels + 1)
        elif kind == "pooling":
            height, width = height // number, width // number
        else:
            total += number * (height * width * channels + 1)
            height, width, channels = 1, 1, number
    return total


@wrong(exercise.network_parameters, "is a list, and the next dense layer sees that")
def volume_for_every_dense_layer(shape, layers):
    height, width, channels = shape
    total = 0
    for kind, number in layers:
        if kind == "convolution":
            total += number * (9 * channels + 1)
            channels = number
        elif kind == "pooling":
            height, width = height // number, width // number
        else:
            total += number * (height * width * channels + 1)
    return total


@wrong(exercise.network_parameters, "divide with //, not with /")
def half_rows(shape, layers):
    height, width, channels = shape
    total = 0
    for kind, number in layers:
        if kind == "convolution":
            total += number * (9 * channels + 1)
            channels = number
        elif kind == "pooling":
            height, width = height / number, width / number
        else:
            total += number * (height * width * channels + 1)
            height, width, channels = 1, 1, number
    return total


@wrong(exercise.network_parameters, "have padding `same`")
def without_padding_as_in_task_1(shape, layers):
    height, width, channels = shape
    total = 0
    for kind, number in layers:
        if kind == "convolution":
            total += number * (9 * channels + 1)
            height, width, channels = height - 2, width - 2, number
        elif kind == "pooling":
            height, width = height // number, width // number
        else:
            total += number * (height * width * channels + 1)
            height, width, channels = 1, 1, number
    return total


@wrong(exercise.network_parameters, "only the last layer is counted")
def returns_too_early(shape, layers):
    height, width, channels = shape
    for kind, number in layers:
        if kind == "convolution":
            total = number * (9 * channels + 1)
            channels = number
        elif kind == "pooling":
            total = 0
            height, width = height // number, width // number
        else:
            total = number * (height * width * channels + 1)
            height, width, channels = 1, 1, number
    return total


@wrong(exercise.network_parameters, "the result is too large")
def one_case_only(shape, layers):
    return 545_098


@wrong(exercise.network_parameters, "None")
def prints_it(shape, layers):
    with_shapes_in_a_list(shape, layers)
