"""Lesson 7, how a CNN learns: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_07 import predictions
from utils.exercises.lesson_07.average_pool_backward import average_pool_backward
from utils.exercises.lesson_07.filter_slopes import filter_slopes
from utils.exercises.lesson_07.Residual import Residual
from utils.exercises.lesson_07.slope_along import slope_along
from utils.exercises.lesson_07.uncorrected_adam import uncorrected_adam

hand_on(
    __name__,
    predictions,
    [average_pool_backward, slope_along, uncorrected_adam, filter_slopes, Residual],
)
