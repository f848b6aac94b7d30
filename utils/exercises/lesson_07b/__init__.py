"""Lesson 7b, it trains: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_07b import predictions
from utils.exercises.lesson_07b.average_pool_backward import average_pool_backward
from utils.exercises.lesson_07b.input_slopes import input_slopes
from utils.exercises.lesson_07b.Residual import Residual

hand_on(__name__, predictions, [average_pool_backward, input_slopes, Residual])
