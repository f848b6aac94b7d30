"""Lesson 9b, intervals and calibration: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_09b import predictions
from utils.exercises.lesson_09b.flawless import flawless
from utils.exercises.lesson_09b.handing_over import handing_over

hand_on(__name__, predictions, [flawless, handing_over])
