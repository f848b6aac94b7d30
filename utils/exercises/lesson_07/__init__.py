"""Lesson 7, how a CNN learns: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_07 import predictions
from utils.exercises.lesson_07.dense_backward import dense_backward
from utils.exercises.lesson_07.filter_slopes import filter_slopes

hand_on(__name__, predictions, [dense_backward, filter_slopes])
