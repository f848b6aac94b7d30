"""Lesson 11, what a network sees: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_11 import predictions
from utils.exercises.lesson_11.focus import focus
from utils.exercises.lesson_11.rather_than import rather_than

hand_on(__name__, predictions, [focus, rather_than])
