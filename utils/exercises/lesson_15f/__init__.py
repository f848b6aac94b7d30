"""Dive 15f, a mask in each box: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_15f import predictions
from utils.exercises.lesson_15f.bilinear import bilinear
from utils.exercises.lesson_15f.paste_mask import paste_mask
from utils.exercises.lesson_15f.who_is_on_top import who_is_on_top

hand_on(__name__, predictions, [bilinear, who_is_on_top, paste_mask])
