"""A task and a question to try the machinery on."""

import numpy as np

from utils.checking.cases import given
from utils.checking.questions import Predict
from utils.checking.tasks import Task

SUMMED = """
def summed(values, axis=0):
    return values.sum(axis=axis)
"""


def a_task(name="summed", code=SUMMED, **fields):
    fields.setdefault("cases", [given(np.ones((2, 3))), given(np.eye(2), 1)])
    texts = {"why": "So it is.", "hints": ["Look.", "Add."], "notice": "All add up."}
    return Task(name, code, **texts, seconds=5, **fields)


def a_value_task(code="limit = 7", **fields):
    return a_task("limit", code, cases=(), **fields)


def a_question():
    choices = {"a": "Too few.", "b": "Because.", "c": "Too many."}
    return Predict("how_many", choices=choices, right="b")
