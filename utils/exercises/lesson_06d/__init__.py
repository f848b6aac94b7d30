"""Lesson 6d, layers that change in use: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_06d import predictions
from utils.exercises.lesson_06d.fold import fold
from utils.exercises.lesson_06d.thin_out import thin_out

hand_on(__name__, predictions, [thin_out, fold])
