"""Lesson 8c, photos from a folder: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_08c import predictions
from utils.exercises.lesson_08c.as_batch import as_batch

hand_on(__name__, predictions, [as_batch])
