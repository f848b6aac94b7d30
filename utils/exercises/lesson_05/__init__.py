"""Lesson 5, why convnets: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_05 import predictions
from utils.exercises.lesson_05.parameter_counts import parameter_counts
from utils.exercises.lesson_05.shift_blind_net import shift_blind_net

hand_on(__name__, predictions, [parameter_counts, shift_blind_net])
