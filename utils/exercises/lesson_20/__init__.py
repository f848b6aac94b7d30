"""Lesson 20, more than one machine: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_20 import predictions
from utils.exercises.lesson_20.best_number import best_number
from utils.exercises.lesson_20.seconds_with_prefetch import seconds_with_prefetch
from utils.exercises.lesson_20.whole_gradient import whole_gradient

hand_on(__name__, predictions, [seconds_with_prefetch, whole_gradient, best_number])
