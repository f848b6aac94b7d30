"""Lesson 14c, a classifier that looks everywhere: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_14c import predictions
from utils.exercises.lesson_14c.as_filter import as_filter
from utils.exercises.lesson_14c.window_of import window_of

hand_on(__name__, predictions, [as_filter, window_of])
