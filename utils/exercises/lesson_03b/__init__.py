"""Lesson 3b, what pooling forgives: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_03b import predictions
from utils.exercises.lesson_03b.average_filters import average_filters
from utils.exercises.lesson_03b.blurred_average import blurred_average
from utils.exercises.lesson_03b.max_pool_backward import max_pool_backward

hand_on(__name__, predictions, [average_filters, blurred_average, max_pool_backward])
