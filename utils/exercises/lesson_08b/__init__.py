"""Lesson 8b, output, loss and metric: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_08b import predictions
from utils.exercises.lesson_08b.log_softmax import log_softmax
from utils.exercises.lesson_08b.mended import mended

hand_on(__name__, predictions, [log_softmax, mended])
