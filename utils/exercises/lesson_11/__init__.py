"""Lesson 11, what a network sees: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_11 import predictions
from utils.exercises.lesson_11.class_map import class_map
from utils.exercises.lesson_11.cover_brightest import cover_brightest
from utils.exercises.lesson_11.rather_than import rather_than
from utils.exercises.lesson_11.step_towards import step_towards

hand_on(__name__, predictions, [step_towards, cover_brightest, rather_than, class_map])
