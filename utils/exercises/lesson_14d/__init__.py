"""Lesson 14d, things it has never seen: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_14d import predictions
from utils.exercises.lesson_14d.answers_for import answers_for
from utils.exercises.lesson_14d.quarter_turn import quarter_turn

hand_on(__name__, predictions, [answers_for, quarter_turn])
