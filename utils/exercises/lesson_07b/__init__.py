"""Lesson 7b, it trains: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_07b import predictions
from utils.exercises.lesson_07b.average_pool_backward import average_pool_backward
from utils.exercises.lesson_07b.Residual import Residual
from utils.exercises.lesson_07b.slope_along import slope_along
from utils.exercises.lesson_07b.uncorrected_adam import uncorrected_adam

hand_on(
    __name__,
    predictions,
    [average_pool_backward, slope_along, uncorrected_adam, Residual],
)
