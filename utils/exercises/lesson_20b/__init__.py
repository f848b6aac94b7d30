"""Dive 20b, large batches and the learning rate: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_20b import predictions
from utils.exercises.lesson_20b.scaled_rate import scaled_rate
from utils.exercises.lesson_20b.warmed_up import warmed_up

hand_on(__name__, predictions, [scaled_rate, warmed_up])
