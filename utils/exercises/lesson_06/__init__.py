"""Lesson 6, layers and shapes: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_06 import predictions
from utils.exercises.lesson_06.layer_parameters import layer_parameters
from utils.exercises.lesson_06.lean_network import lean_network

hand_on(__name__, predictions, [layer_parameters, lean_network])
