"""Lesson 13b, how many photos: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_13b import predictions
from utils.exercises.lesson_13b.fold_in import fold_in
from utils.exercises.lesson_13b.nearest_mean import nearest_mean

hand_on(__name__, predictions, [nearest_mean, fold_in])
