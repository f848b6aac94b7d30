"""Dive 15f, a mask in each box: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_15f import predictions
from utils.exercises.lesson_15f.bilinear import bilinear
from utils.exercises.lesson_15f.surer_of_own import surer_of_own

hand_on(__name__, predictions, [bilinear, surer_of_own])
