"""Answers to `loudest_hertz`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16d as exercise


@right(exercise.loudest_hertz)
def by_frequencies(sound, rate):
    sound = np.asarray(sound) - np.mean(sound)
    return np.fft.rfftfreq(len(sound), 1 / rate)[np.abs(np.fft.rfft(sound)).argmax()]


@right(exercise.loudest_hertz)
def by_dot_products(sound, rate):
    n = len(sound)
    best, loudest = 0, -1.0
    for k in range(1, n // 2 + 1):
        angle = 2 * np.pi * k * np.arange(n) / n
        power = (sound @ np.sin(angle)) ** 2 + (sound @ np.cos(angle)) ** 2
        if power > loudest + 1e-9:
            best, loudest = k, power
    return best * rate / n


@wrong(exercise.loudest_hertz, "this is the row")
def row(sound, rate):
    power = np.abs(np.fft.rfft(sound))
    power[0] = 0
    return int(power.argmax())


@wrong(exercise.loudest_hertz, "the constant, which nobody hears")
def constant_too(sound, rate):
    return np.abs(np.fft.rfft(sound)).argmax() * rate / len(sound)


@wrong(exercise.loudest_hertz, "twice as high")
def rows_over_half_the_rate(sound, rate):
    power = np.abs(np.fft.rfft(sound))
    power[0] = 0
    return power.argmax() * rate / (len(sound) // 2)


@wrong(exercise.loudest_hertz, "take the absolute value")
def real_part(sound, rate):
    power = np.fft.rfft(sound).real
    power[0] = -np.inf
    return power.argmax() * rate / len(sound)


@wrong(exercise.loudest_hertz, "the count begins at 1")
def slice_forgotten(sound, rate):
    return np.abs(np.fft.rfft(sound))[1:].argmax() * rate / len(sound)
