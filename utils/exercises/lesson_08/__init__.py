"""Lesson 8, a network in Keras: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_08 import predictions
from utils.exercises.lesson_08.early_stop import early_stop
from utils.exercises.lesson_08.two_ways import two_ways

hand_on(__name__, predictions, [early_stop, two_ways])
