"""Lesson 6, layers and shapes: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_06 import predictions
from utils.exercises.lesson_06.fold import fold
from utils.exercises.lesson_06.layer_parameters import layer_parameters
from utils.exercises.lesson_06.pixels_seen import pixels_seen
from utils.exercises.lesson_06.wide_view import wide_view

hand_on(__name__, predictions, [layer_parameters, pixels_seen, fold, wide_view])
