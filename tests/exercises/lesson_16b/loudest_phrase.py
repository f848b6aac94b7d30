"""Answers to `loudest_phrase`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16b as exercise


def answers_of(vectors, kernel):
    width = len(kernel)
    windows = np.lib.stride_tricks.sliding_window_view(vectors, width, axis=0)
    return np.einsum("pdw,wd->p", windows, kernel)


@right(exercise.loudest_phrase)
def by_windows(words, vectors, kernel):
    best = answers_of(vectors, kernel).argmax()
    return words[best : best + len(kernel)]


@right(exercise.loudest_phrase)
def keeping_the_best(words, vectors, kernel):
    best, phrase = -np.inf, None
    for place in range(len(words) - len(kernel) + 1):
        answer = sum(float(vectors[place + k] @ kernel[k]) for k in range(len(kernel)))
        if answer > best:
            best, phrase = answer, words[place : place + len(kernel)]
    return phrase


@wrong(exercise.loudest_phrase, "farthest from 0")
def largest_size(words, vectors, kernel):
    best = np.abs(answers_of(vectors, kernel)).argmax()
    return words[best : best + len(kernel)]


@wrong(exercise.loudest_phrase, "smallest answer")
def smallest(words, vectors, kernel):
    best = answers_of(vectors, kernel).argmin()
    return words[best : best + len(kernel)]


@wrong(exercise.loudest_phrase, "turned round")
def turned(words, vectors, kernel):
    best = answers_of(vectors, kernel[::-1]).argmax()
    return words[best : best + len(kernel)]


@wrong(exercise.loudest_phrase, "of equal answers the first")
def last_of_equal(words, vectors, kernel):
    answers = answers_of(vectors, kernel)
    best = np.flatnonzero(answers == answers.max())[-1]
    return words[best : best + len(kernel)]


@wrong(exercise.loudest_phrase, "first word of the phrase")
def one_word(words, vectors, kernel):
    return words[answers_of(vectors, kernel).argmax()]
