"""Answers to `step_towards`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_11b as exercise


@right(exercise.step_towards)
def with_clip_of_the_step(image, gradient, epsilon):
    moved = np.asarray(image, float) + np.sign(-gradient) * epsilon
    moved[moved < 0] = 0
    moved[moved > 1] = 1
    return moved.tolist()


@right(exercise.step_towards)
def with_loops(image, gradient, epsilon):
    moved = image.copy()
    for place in np.ndindex(*image.shape):
        sign = (gradient[place] > 0) - float(gradient[place] < 0)
        moved[place] = min(max(image[place] - sign * epsilon, 0), 1)
    return moved


@wrong(exercise.step_towards, "leads away from it")
def away(image, gradient, epsilon):
    return np.clip(image + epsilon * np.sign(gradient), 0, 1)


@wrong(exercise.step_towards, "leave 0..1: darker than black")
def without_clip(image, gradient, epsilon):
    return image - epsilon * np.sign(gradient)


@wrong(exercise.step_towards, "And what leaves 0..1")
def away_without_clip(image, gradient, epsilon):
    return image + epsilon * np.sign(gradient)


@wrong(exercise.step_towards, "only the sign of the gradient counts")
def by_the_gradient_itself(image, gradient, epsilon):
    return np.clip(image - epsilon * gradient, 0, 1)


@wrong(exercise.step_towards, "only the sign of the gradient counts")
def by_the_gradient_without_clip(image, gradient, epsilon):
    return image - epsilon * gradient


@wrong(exercise.step_towards, "only the pixel with the largest gradient")
def by_a_scaled_gradient(image, gradient, epsilon):
    return np.clip(image - epsilon * gradient / np.max(np.abs(gradient)), 0, 1)


@wrong(exercise.step_towards, "with gradient 0 moves as well")
def never_still(image, gradient, epsilon):
    signs = [[1 if g > 0 else -1 for g in row] for row in gradient.reshape(1, -1)]
    return np.clip(image - epsilon * np.reshape(signs, image.shape), 0, 1)


@wrong(exercise.step_towards, "with gradient 0 moves as well")
def darker_where_in_doubt(image, gradient, epsilon):
    return np.clip(image - epsilon * np.where(gradient < 0, -1, 1), 0, 1)


@wrong(exercise.step_towards, "holds -0.125 at [0, 0], where 0.375 is right")
def the_change_only(image, gradient, epsilon):
    return -epsilon * np.sign(gradient)


@wrong(exercise.step_towards, "is a `return` missing?")
def in_place(image, gradient, epsilon):
    image -= epsilon * np.sign(gradient)
