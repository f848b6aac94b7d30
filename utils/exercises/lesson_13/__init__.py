"""Lesson 13, transfer learning: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_13 import predictions
from utils.exercises.lesson_13.fine_tuned import fine_tuned
from utils.exercises.lesson_13.unfreeze_last import unfreeze_last

hand_on(__name__, predictions, [unfreeze_last, fine_tuned])
