"""Dive 16b, words in a row: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_16b import predictions
from utils.exercises.lesson_16b.as_numbers import as_numbers
from utils.exercises.lesson_16b.loudest_phrase import loudest_phrase

hand_on(__name__, predictions, [as_numbers, loudest_phrase])
