"""Answers to `best_of_turns`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_05b as exercise


@right(exercise.best_of_turns)
def step_by_step(score, image):
    best = score(image)
    for _ in range(3):
        image = np.rot90(image)
        best = max(best, score(image))
    return best


@right(exercise.best_of_turns)
def with_flips_and_transposes(score, image):
    image = np.array(image, dtype=np.float32)
    quarter, half = image.T[::-1], image[::-1, ::-1]
    return np.max([score(image), score(quarter), score(half), score(half.T[::-1])])


@wrong(exercise.best_of_turns, "the image as it stands is missing")
def three_turns(score, image):
    return max(score(np.rot90(image, turns)) for turns in (1, 2, 3))


@wrong(exercise.best_of_turns, "only the half turn is tried")
def half_turns(score, image):
    return max(score(image), score(image[::-1, ::-1]))


@wrong(exercise.best_of_turns, "to flip is not to turn")
def mirror_images(score, image):
    flips = image, np.flipud(image), np.fliplr(image), np.flip(image)
    return max(map(score, flips))


@wrong(exercise.best_of_turns, "to flip is not to turn")
def flips_and_the_transpose(score, image):
    return max(map(score, (image, image[::-1], image[:, ::-1], image.T)))


@wrong(exercise.best_of_turns, "The score itself is asked for")
def which_turn(score, image):
    return np.argmax([score(np.rot90(image, turns)) for turns in range(4)])


@wrong(exercise.best_of_turns, "best_of_turns(upper_left_pixel, image) with")
def all_scores(score, image):
    return sorted(score(np.rot90(image, turns)) for turns in range(4))


@wrong(exercise.best_of_turns, "the mean forgives turns as well")
def average(score, image):
    return sum(score(np.rot90(image, turns)) for turns in range(4)) / 4


@wrong(exercise.best_of_turns, "do not start at 0")
def starting_at_zero(score, image):
    best = 0
    for turns in range(4):
        best = max(best, score(np.rot90(image, turns)))
    return best


@wrong(exercise.best_of_turns, "the last quarter is missing")
def to_three_exclusive(score, image):
    return max(score(np.rot90(image, turns)) for turns in range(3))


@wrong(exercise.best_of_turns, "lower than the number that you start from")
def starts_from_minus_a_thousand(score, image):
    best = -1000
    for turns in range(4):
        best = max(best, score(np.rot90(image, turns)))
    return best
