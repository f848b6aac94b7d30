"""Lesson 10, training better: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_10 import predictions
from utils.exercises.lesson_10.smoothed import smoothed
from utils.exercises.lesson_10.standard_errors import standard_errors
from utils.exercises.lesson_10.straight_cycle import straight_cycle

hand_on(__name__, predictions, [smoothed, standard_errors, straight_cycle])
