"""Lesson 4b, edges by hand: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_04b import predictions
from utils.exercises.lesson_04b.noise_threshold import noise_threshold
from utils.exercises.lesson_04b.quiet_slope import quiet_slope
from utils.exercises.lesson_04b.thin import thin

hand_on(__name__, predictions, [noise_threshold, quiet_slope, thin])
