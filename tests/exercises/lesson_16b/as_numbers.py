"""Answers to `as_numbers`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16b as exercise


@right(exercise.as_numbers)
def word_by_word(words, vocabulary, length):
    row = []
    for place in range(length):
        if place >= len(words):
            row.append(0)
        elif words[place] in vocabulary:
            row.append(vocabulary[words[place]])
        else:
            row.append(1)
    return row


@right(exercise.as_numbers)
def into_zeros(words, vocabulary, length):
    row = np.zeros(length, dtype=int)
    for place, word in enumerate(words[:length]):
        row[place] = vocabulary.get(word, 1)
    return row


@wrong(exercise.as_numbers, "unknown words became 0")
def unknown_is_0(words, vocabulary, length):
    row = [vocabulary.get(word, 0) for word in words][:length]
    return row + [0] * (length - len(row))


@wrong(exercise.as_numbers, "unknown words were left out")
def known_only(words, vocabulary, length):
    row = [vocabulary[word] for word in words if word in vocabulary][:length]
    return row + [0] * (length - len(row))


@wrong(exercise.as_numbers, "zeros stand before")
def zeros_first(words, vocabulary, length):
    row = [vocabulary.get(word, 1) for word in words][:length]
    return [0] * (length - len(row)) + row


@wrong(exercise.as_numbers, "not filled up")
def only_cut(words, vocabulary, length):
    return [vocabulary.get(word, 1) for word in words[:length]]


@wrong(exercise.as_numbers, "Keep its beginning")
def the_end(words, vocabulary, length):
    return word_by_word(words[-length:], vocabulary, length)
