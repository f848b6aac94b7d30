"""Lesson 6c, the receptive field: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_06c import predictions
from utils.exercises.lesson_06c.pixels_seen import pixels_seen
from utils.exercises.lesson_06c.wide_view import wide_view

hand_on(__name__, predictions, [pixels_seen, wide_view])
