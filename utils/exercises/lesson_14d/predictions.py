"""The questions of lesson 14d, things it has never seen."""

from utils.checking.questions import Predict
