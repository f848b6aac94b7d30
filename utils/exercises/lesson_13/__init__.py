"""Lesson 13, transfer learning: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_13 import predictions
from utils.exercises.lesson_13.fine_tuned import fine_tuned
from utils.exercises.lesson_13.fold_in import fold_in
from utils.exercises.lesson_13.nearest_mean import nearest_mean
from utils.exercises.lesson_13.unfreeze_last import unfreeze_last

hand_on(__name__, predictions, [nearest_mean, unfreeze_last, fold_in, fine_tuned])
