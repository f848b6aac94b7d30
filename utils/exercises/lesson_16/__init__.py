"""Lesson 16, convolution without pictures: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_16 import predictions
from utils.exercises.lesson_16.causal_convolution import causal_convolution
from utils.exercises.lesson_16.missed_and_invented import missed_and_invented
from utils.exercises.lesson_16.steps_seen import steps_seen

hand_on(__name__, predictions, [causal_convolution, steps_seen, missed_and_invented])
