"""Answers to `largest_batch`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_12b as exercise


@right(exercise.largest_batch)
def in_numbers(budget, parameters, maps):
    numbers = budget // 4 - 4 * parameters
    return int(numbers // maps) if numbers > 0 else 0


@right(exercise.largest_batch)
def one_condition(memory, weights, kept):
    if memory < 16 * weights:
        return 0
    return (memory - 16 * weights) // (4 * kept)


@wrong(exercise.largest_batch, "only the weights are counted")
def weights_alone(budget, parameters, maps):
    return max((budget - 4 * parameters) // (4 * maps), 0)


@wrong(exercise.largest_batch, "Adam's two averages are missing")
def without_adam(budget, parameters, maps):
    return max((budget - 8 * parameters) // (4 * maps), 0)


@wrong(exercise.largest_batch, "the answer is 0, not less")
def below_zero(budget, parameters, maps):
    return (budget // 4 - 4 * parameters) // maps


@wrong(exercise.largest_batch, "for every photo")
def all_for_each_photo(budget, parameters, maps):
    return budget // (4 * (4 * parameters + maps))


@wrong(exercise.largest_batch, "takes 4 bytes")
def numbers_for_bytes(budget, parameters, maps):
    return max((budget - 4 * parameters) // maps, 0)


@wrong(exercise.largest_batch, "whole photos")
def not_rounded(budget, parameters, maps):
    return max((budget - 16 * parameters) / (4 * maps), 0)
