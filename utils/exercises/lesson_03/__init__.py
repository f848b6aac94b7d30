"""Lesson 3, pooling: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_03 import predictions
from utils.exercises.lesson_03.max_pool import max_pool
from utils.exercises.lesson_03.still_row import still_row
from utils.exercises.lesson_03.twin import twin

hand_on(__name__, predictions, [still_row, twin, max_pool])
