"""Answers to `nearest_direction`: right ones, and those that learners write."""

import math

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_05b as exercise


@right(exercise.nearest_direction)
def by_the_largest_cosine(to_the_right, down, directions):
    angles = 2 * np.pi * np.arange(directions) / directions
    return np.argmax(to_the_right * np.cos(angles) + down * np.sin(angles))


@right(exercise.nearest_direction)
def with_degrees(to_the_right, down, directions):
    degrees = math.degrees(math.atan2(down, to_the_right)) % 360
    number = round(degrees / 360 * directions)
    return 0 if number == directions else number


@right(exercise.nearest_direction)
def halves_round_up(to_the_right, down, directions):
    share = math.atan2(down, to_the_right) / (2 * math.pi) * directions
    return math.floor(share + 0.5) % directions


@right(exercise.nearest_direction)
def halves_round_down(to_the_right, down, directions):
    share = math.atan2(down, to_the_right) / (2 * math.pi) * directions
    return math.ceil(share - 0.5) % directions


@wrong(exercise.nearest_direction, "nearest to number 0")
def one_too_many(to_the_right, down, directions):
    degrees = math.degrees(math.atan2(down, to_the_right)) % 360
    return round(degrees / 360 * directions)


@wrong(exercise.nearest_direction, "begin at 0")
def below_zero(to_the_right, down, directions):
    return round(math.atan2(down, to_the_right) / (2 * math.pi) * directions)


@wrong(exercise.nearest_direction, "rounds down")
def cut_off(to_the_right, down, directions):
    degrees = math.degrees(math.atan2(down, to_the_right)) % 360
    return int(degrees // (360 / directions))


@wrong(exercise.nearest_direction, "`down` first")
def exchanged(to_the_right, down, directions):
    turn = np.arctan2(to_the_right, down) / (2 * np.pi)
    return int(np.round(turn * directions)) % directions


@wrong(exercise.nearest_direction, "divide it by a whole turn")
def in_radians(to_the_right, down, directions):
    return int(np.round(np.arctan2(down, to_the_right) * directions)) % directions


@wrong(exercise.nearest_direction, "nearest_direction(")
def half_a_turn_is_the_whole(to_the_right, down, directions):
    turn = np.arctan2(down, to_the_right) / np.pi
    return int(np.round(turn * directions)) % directions
