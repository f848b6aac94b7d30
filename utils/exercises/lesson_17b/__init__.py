"""Dive 17b, more pixels: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_17b import predictions
from utils.exercises.lesson_17b.how_many_pictures import how_many_pictures
from utils.exercises.lesson_17b.made_to_fit import made_to_fit
from utils.exercises.lesson_17b.space_to_depth import space_to_depth

hand_on(__name__, predictions, [how_many_pictures, space_to_depth, made_to_fit])
