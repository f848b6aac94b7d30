"""What a learner wrote in a copy finds its place in the lesson's newer form."""

import nbformat
import pytest

from tests.tools.small_course import (
    ANSWERED,
    QUESTION,
    SOLVED,
    STUB,
    code,
    newer,
    text,
)
from tools.copying import notebook_file


def without(id):
    return [cell for cell in newer() if cell["id"] != id]


def test_a_stub_that_changed_gives_way_to_the_answer_and_is_told(course):
    course.write_into("try", SOLVED)
    course.publish(newer(**{"try": STUB.replace("(x)", "(number)", 1)}))
    lines = course.renew()
    assert SOLVED in course.sources()
    assert lines[2].startswith("The course has changed the cell to fill in, ")
    assert lines[2].endswith("read the task once more: twice.")


def test_a_question_whose_choices_changed_is_asked_anew(course):
    course.write_into("answer", ANSWERED)
    course.publish(newer(question=QUESTION.replace("(b)", "(c)")))
    assert "Asked anew, as its text has changed: four." in course.renew()
    assert 'exercise.four.answer("?")' in course.sources()


def test_a_cell_that_both_changed_is_the_courses_with_the_learners_as_text(course):
    mine = "factor = 5  # ```mine```"
    course.write_into("setting", mine)
    course.publish(newer(setting="factor = 4"))
    lines = course.renew()
    assert lines[2].endswith('yours stands below as text: in "3 · Twice".')
    cells = course.copy()["cells"]
    assert cells[1]["source"] == "factor = 4"
    assert cells[2]["cell_type"] == "markdown"
    assert cells[2]["source"].endswith(f"\n\n````python\n{mine}\n````")


def test_where_both_wrote_the_same_there_is_nothing_to_tell(course):
    course.write_into("setting", "factor = 4")
    course.publish(newer(setting="factor = 4"))
    assert course.renew()[1] == "Nothing carried over."
    assert course.sources().count("factor = 4") == 1


@pytest.mark.parametrize(
    ("gone", "source", "name"),
    [("try", SOLVED, "twice"), ("setting", "factor = 9", 'a cell in "3 · Twice"')],
)
def test_what_the_lesson_has_no_more_is_told_and_in_the_older_copy(
    course, gone, source, name
):
    course.write_into(gone, source)
    course.publish(without(gone))
    lines = course.renew()
    assert lines[1:3] == ["Nothing carried over.", f"In your older copy only: {name}."]
    kept = notebook_file.read(course.workbook / "03_twice_kept_2027-01-31.ipynb")
    assert source in [cell["source"] for cell in kept["cells"]]


def test_what_the_learner_left_alone_goes_without_a_word(course):
    course.edit(lambda by_id, cells: by_id["setting"].update(execution_count=1))
    course.publish(without("decides"))
    assert len(course.renew()) == 3
    assert course.sources() == [cell["source"] for cell in without("decides")]


def test_a_task_whose_cell_has_another_id_is_known_by_its_call(course):
    course.write_into("try", SOLVED)
    cells = newer()
    cells[7]["id"] = "try-twice"
    course.publish(cells)
    assert course.renew()[1] == "Carried over: your code for twice."
    assert course.sources().count(SOLVED) == 1 and STUB not in course.sources()


def test_an_answer_in_two_cells_takes_the_place_of_the_stub(course):
    definition, _, check = SOLVED.partition("\n\n\n")

    def split(by_id, cells):
        place = cells.index(by_id["try"])
        cells[place : place + 1] = [code("mine-1", definition), code("mine-2", check)]

    course.edit(split)
    course.publish(newer())
    assert course.renew()[1] == "Carried over: 2 cells that you added."
    sources = course.sources()
    assert STUB not in sources and sources.index(definition) + 1 == sources.index(check)
    assert sources[sources.index(definition) - 1].startswith("**1. Twice.**")


def test_several_tries_stay_together(course):
    first = SOLVED.replace("2 * x", "x + x")

    def try_again(by_id, cells):
        by_id["try"]["source"] = first
        cells.insert(cells.index(by_id["try"]) + 1, code("again", SOLVED))

    course.edit(try_again)
    course.publish(newer())
    course.renew()
    place = course.sources().index(first)
    assert course.sources()[place + 1] == SOLVED


def test_a_lessons_cell_that_the_learner_deleted_comes_back(course):
    course.edit(lambda by_id, cells: cells.remove(by_id["try"]))
    course.publish(newer())
    course.renew()
    assert course.sources() == [cell["source"] for cell in newer()]


@pytest.mark.parametrize(
    ("place", "above"),
    [(0, None), (5, "print(2 * 2)"), (10, "## Going further")],
)
def test_notes_stay_below_what_they_were_below(course, place, above):
    notes = [text("n1", "One."), code("n2", "two = 2"), text("n3", "Three.")]
    course.edit(lambda by_id, cells: cells.__setitem__(slice(place, place), notes))
    course.publish([text("newest", "All new."), *newer(title="# Twice")])
    course.renew()
    start = course.sources().index("One.")
    assert course.sources()[start : start + 3] == ["One.", "two = 2", "Three."]
    assert (course.sources()[start - 1] if start else None) == above


def test_notes_below_what_is_gone_move_up(course):
    course.edit(lambda by_id, cells: cells.insert(5, text("n", "Mine.")))
    course.publish([c for c in newer() if c["id"] not in ("decides", "answer")])
    course.renew()
    assert course.sources()[3] == "Mine." and course.sources()[2] == QUESTION


def test_pasted_pictures_stay_in_their_note(course):
    picture = {"image.png": {"image/png": "aGVsbG8="}}
    note = text("n", "![](attachment:image.png)") | {"attachments": picture}
    course.edit(lambda by_id, cells: cells.append(note))
    course.publish(newer())
    course.renew()
    (cell,) = [c for c in course.copy()["cells"] if c["id"] == "n"]
    assert cell["attachments"] == picture


def test_cells_without_ids_or_with_one_twice_are_carried_over(course):
    def disturb(by_id, cells):
        cells[1:1] = [text("title", "Twin."), text("x", "No id."), text("y", "Odd id.")]
        del cells[2]["id"]
        cells[3]["id"] = 5

    course.edit(disturb)
    course.publish(newer())
    course.renew()
    assert course.sources()[:4] == ["# 3 · Twice", "Twin.", "No id.", "Odd id."]
    ids = [cell["id"] for cell in course.copy()["cells"]]
    assert len({*ids}) == len(ids)
    nbformat.validate(nbformat.read(course.path(), as_version=4))


def test_of_a_copy_without_its_form_tasks_and_answers_are_carried_over(course):
    """As of a lesson that was worked on in `notebooks/`, and moved here."""
    course.write_into("try", SOLVED)
    course.write_into("answer", ANSWERED)
    course.write_into("title", "# An older title")
    copy = course.copy() | {"metadata": {}}
    notebook_file.write(course.path(), copy)
    course.publish(newer())
    lines = course.renew()
    assert lines[1] == "Carried over: your code for twice; your answer to four."
    wanted = newer(answer=ANSWERED, **{"try": SOLVED})
    assert course.sources() == [cell["source"] for cell in wanted]


def test_of_a_copy_without_its_form_an_open_stub_gives_way(course):
    notebook_file.write(course.path(), course.copy() | {"metadata": {}})
    stub = STUB.replace("(x)", "(number)", 1)
    course.publish(newer(**{"try": stub}))
    assert course.renew()[1] == "Nothing carried over."
    assert stub in course.sources()
