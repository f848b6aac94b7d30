"""Lesson 11b, made to be seen: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_11b import predictions
from utils.exercises.lesson_11b.class_map import class_map
from utils.exercises.lesson_11b.cover_brightest import cover_brightest
from utils.exercises.lesson_11b.step_towards import step_towards

hand_on(__name__, predictions, [step_towards, cover_brightest, class_map])
