"""Lesson 15b, each nucleus by itself: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_15b import predictions
from utils.exercises.lesson_15b.blobs import blobs
from utils.exercises.lesson_15b.borders import borders
from utils.exercises.lesson_15b.score import score

hand_on(__name__, predictions, [blobs, score, borders])
