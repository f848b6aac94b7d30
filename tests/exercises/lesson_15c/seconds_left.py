"""Answers to `seconds_left`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_15c as exercise


@right(exercise.seconds_left)
def in_metres_a_second(pixels, metres, focal, speed):
    metres_a_second = speed * 1000 / 3600
    return metres * focal / (pixels * metres_a_second)


@right(exercise.seconds_left)
def in_hours(pixels, metres, focal, speed):
    kilometres = metres * focal / pixels / 1000
    return kilometres / speed * 3600


@wrong(exercise.seconds_left, "this is the distance in metres")
def distance(pixels, metres, focal, speed):
    return metres * focal / pixels


@wrong(exercise.seconds_left, "speed is in kilometres an hour")
def units_left_alone(pixels, metres, focal, speed):
    return metres * focal / pixels / speed


@wrong(exercise.seconds_left, "turned the wrong way")
def units_turned(pixels, metres, focal, speed):
    return metres * focal / pixels / (speed * 3.6)


@wrong(exercise.seconds_left, "not times speed")
def times_speed(pixels, metres, focal, speed):
    return metres * focal / pixels * (speed / 3.6)


@wrong(exercise.seconds_left, "the length of the sign is missing")
def any_sign(pixels, metres, focal, speed):
    return focal / pixels / speed * 3.6


@wrong(exercise.seconds_left, "focal and pixels are exchanged")
def exchanged(pixels, metres, focal, speed):
    return metres * pixels / focal / (speed / 3.6)
