"""The questions of dive 17c, depth from two eyes."""

from utils.checking.questions import Predict
