"""Lesson 4, edge detection: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_04 import predictions
from utils.exercises.lesson_04.find_filter import find_filter
from utils.exercises.lesson_04.quiet_slope import quiet_slope
from utils.exercises.lesson_04.sobel_towards import sobel_towards
from utils.exercises.lesson_04.thin import thin

hand_on(__name__, predictions, [sobel_towards, quiet_slope, thin, find_filter])
