"""Lesson 2, ReLU: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_02 import predictions
from utils.exercises.lesson_02.merge_layers import merge_layers
from utils.exercises.lesson_02.shrink import shrink
from utils.exercises.lesson_02.three_switches import three_switches

hand_on(__name__, predictions, [shrink, merge_layers, three_switches])
