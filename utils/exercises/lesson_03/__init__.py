"""Lesson 3, pooling: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_03 import predictions
from utils.exercises.lesson_03.average_filters import average_filters
from utils.exercises.lesson_03.max_pool import max_pool
from utils.exercises.lesson_03.max_pool_backward import max_pool_backward
from utils.exercises.lesson_03.still_row import still_row

hand_on(
    __name__, predictions, [still_row, max_pool, average_filters, max_pool_backward]
)
