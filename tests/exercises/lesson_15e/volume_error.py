"""Answers to `volume_error`: right ones, and those that learners write."""

import math

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15e as exercise


@right(exercise.volume_error)
def from_volumes(radius, shift):
    true, outlined = (4 / 3 * math.pi * r**3 for r in (radius, radius + shift))
    return (outlined - true) / true


@right(exercise.volume_error)
def expanded(radius, shift):
    part = shift / radius
    return 3 * part + 3 * part**2 + part**3


@wrong(exercise.volume_error, "this is the ratio")
def ratio(radius, shift):
    return (radius + shift) ** 3 / radius**3


@wrong(exercise.volume_error, "error of an area")
def area(radius, shift):
    return (radius + shift) ** 2 / radius**2 - 1


@wrong(exercise.volume_error, "error of the radius")
def length(radius, shift):
    return (radius + shift) / radius - 1


@wrong(exercise.volume_error, "the sign is lost")
def without_sign(radius, shift):
    return abs((radius + shift) ** 3 - radius**3) / radius**3


@wrong(exercise.volume_error, "the sign is turned")
def turned(radius, shift):
    return (radius**3 - (radius + shift) ** 3) / radius**3


@wrong(exercise.volume_error, "divide it by the true volume")
def difference(radius, shift):
    return 4 / 3 * math.pi * ((radius + shift) ** 3 - radius**3)
