"""Answers to `sobel_towards`: right ones, and those that learners write."""

import numpy as np
from scipy import ndimage

from tests.exercises.collected import right, wrong
from utils.arrays.kernels import SOBEL_X, SOBEL_Y
from utils.exercises import lesson_04 as exercise


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


@wrong(exercise.sobel_towards, "sobel_towards(45) returns")
def turns_the_pixels(degrees):
    return ndimage.rotate(SOBEL_X, degrees, reshape=False, order=1)


@wrong(exercise.sobel_towards, "opposite sign")
def points_to_the_dark(degrees):
    return -np.array(weight_by_weight(degrees))
