"""Answers to `too_far`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_17c as exercise


@right(exercise.too_far)
def one_fraction(depth, focal, baseline, pixels):
    return pixels * depth**2 / (focal * baseline - pixels * depth)


@right(exercise.too_far)
def by_a_factor(depth, focal, baseline, pixels):
    disparity = baseline * focal / depth
    return depth * (disparity / (disparity - pixels) - 1)


@wrong(exercise.too_far, "take the true depth away")
def where_it_is(depth, focal, baseline, pixels):
    return focal * baseline / (focal * baseline / depth - pixels)


@wrong(exercise.too_far, "counts as positive")
def turned_round(depth, focal, baseline, pixels):
    return depth - where_it_is(depth, focal, baseline, pixels)


@wrong(exercise.too_far, "too near")
def too_near(depth, focal, baseline, pixels):
    return depth - where_it_is(depth, focal, baseline, -pixels)


@wrong(exercise.too_far, "for small errors")
def slope_only(depth, focal, baseline, pixels):
    return pixels * depth * depth / focal / baseline


@wrong(exercise.too_far, "taken for one in metres")
def proportional(depth, focal, baseline, pixels):
    return pixels * depth / (focal * baseline)
