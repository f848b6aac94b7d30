"""Dive 15c, roads that were never driven: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_15c import predictions
from utils.exercises.lesson_15c.fit_mark import fit_mark
from utils.exercises.lesson_15c.seconds_left import seconds_left

hand_on(__name__, predictions, [fit_mark, seconds_left])
