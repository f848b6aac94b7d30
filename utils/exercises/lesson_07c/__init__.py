"""Lesson 7c, nudges and steps: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_07c import predictions
from utils.exercises.lesson_07c.slope_along import slope_along
from utils.exercises.lesson_07c.uncorrected_adam import uncorrected_adam

hand_on(__name__, predictions, [slope_along, uncorrected_adam])
