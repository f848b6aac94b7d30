"""Whatever a learner and the course wrote: the newer form holds it, or it is named."""

import copy
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from tests.tools.small_course import ANSWERED, small_lesson, text
from tools.cells import call_in
from tools.copying.carrying import carry
from tools.copying.copies import digest, fresh
from tools.lessons import exercises_module
from utils.checking.record import exercises
from utils.checking.tasks import Task

FATES = st.sampled_from(["left alone", "changed", "deleted", "note below"])


def live(cells, fates, mark):
    """The cells as somebody leaves them; what is written holds `mark` and a number."""
    number, left = count(), []
    for cell, fate in zip(copy.deepcopy(cells), fates, strict=True):
        if fate == "changed":
            cell["source"] += f"\n# {mark}{next(number)}."
        if fate != "deleted":
            left.append(cell)
        if fate == "note below":
            left.append(text(f"{mark}-{len(left)}", f"{mark}{next(number)}."))
    return left, next(number)


@given(*[st.lists(FATES, min_size=10, max_size=10)] * 2)
def test_nothing_that_was_written_is_lost_without_a_word(by_learner, by_course):
    """What the newer form does not hold is named, each once."""
    lesson = small_lesson()
    lesson[3]["source"] = ANSWERED  # so that a change of it is the learner's
    form = [f"{cell['id']} {digest(cell)}" for cell in lesson]
    written, number = live(lesson, by_learner, "mine")
    new, _ = live(lesson, by_course, "course")
    renewed = {"cells": new}
    carried = carry(
        {"cells": written, "metadata": {"workbook": {"form": form}}}, renewed
    )
    page = "".join(cell["source"] for cell in renewed["cells"])
    lost = [k for k in range(number) if f"mine{k}." not in page]
    assert len(lost) == len(carried.asked_anew) + len(carried.left_behind)
    ids = [cell["id"] for cell in renewed["cells"]]
    assert len({*ids}) == len(ids)


def test_all_tasks_of_a_lesson_are_carried_over():
    """With a lesson of the course, each of whose texts has changed since."""
    older, newest = fresh("03"), fresh("03")
    tasks = {task.name: task for task in exercises(exercises_module("03"), Task)}
    for cell in older["cells"]:
        name, method = call_in(cell) or ("", "")
        if method == "check":
            cell["source"] = f"{tasks[name].code}\nexercise.{name}.check({name})"
    for cell in newest["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] += " Clearer."
    carried = carry(older, newest)
    assert carried.tasks == [*tasks] and carried.new_stubs == []
    page = "".join(cell["source"] for cell in newest["cells"])
    assert all(task.code in page for task in tasks.values())
