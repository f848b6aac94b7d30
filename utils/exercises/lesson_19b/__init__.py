"""Dive 19b, where did it go: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_19b import predictions
from utils.exercises.lesson_19b.count_switches import count_switches
from utils.exercises.lesson_19b.greedy import greedy
from utils.exercises.lesson_19b.likeness import likeness

hand_on(__name__, predictions, [likeness, greedy, count_switches])
