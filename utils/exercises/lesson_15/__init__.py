"""Lesson 15, which pixels: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_15 import predictions
from utils.exercises.lesson_15.dice import dice
from utils.exercises.lesson_15.mean_iou import mean_iou
from utils.exercises.lesson_15.overlaps import overlaps
from utils.exercises.lesson_15.unpool import unpool

hand_on(__name__, predictions, [dice, mean_iou, overlaps, unpool])
