"""The framework: what a task and a question say, whatever they are given."""

import operator

import numpy as np
import pytest

from tests.checking.samples import a_task, a_value_task
from utils.checking.cases import given
from utils.checking.tasks import NOT_SOLVED
from utils.checking.verdicts import State, Verdict

# What is said.


def test_a_wrong_answer_gets_the_smallest_example():
    text = a_task().verdict(lambda values, axis=0: values.sum(axis)[:1]).text
    assert text.startswith("✗ summed: the result has the shape (1,); (3,) is right")
    example = "summed(values) with\nvalues = [[1. 1. 1.]\n          [1. 1. 1.]]\n"
    assert f"{example}returns [2]. Right is [2, 2, 2]." in text


def test_an_example_leaves_out_the_cases_that_are_right():
    text = a_task().verdict(lambda values, axis=0: values.sum(0) * (axis + 1)).text
    assert "holds 2 at [0], where 1 is right" in text
    assert "summed(values, 1) with\nvalues = [[1. 0.]" in text


def test_what_stops_once_is_not_called_again():
    calls = []

    def answer(values, axis=0):
        calls.append(values)
        raise ValueError("no")

    assert "it stops with ValueError: no" in a_task().verdict(answer).text
    assert len(calls) == 1


def test_a_mistake_must_agree_in_every_case():
    mistakes = [(lambda values, axis=0: values.sum(1 - axis), "the other axis.")]
    task = a_task(mistakes=mistakes)
    assert "the other axis." in task.verdict(lambda v, axis=0: v.sum(1 - axis)).text
    cut = task.verdict(lambda v, axis=0: v.sum(1 - axis) + axis).text
    assert "the other axis." not in cut


def test_a_mistake_that_fails_is_passed_over():
    mistakes = [(lambda values: 1 / 0, "never."), (lambda v, axis=0: 9, "nine.")]
    assert "nine." in a_task(mistakes=mistakes).verdict(lambda v, axis=0: 9).text


def test_a_mistake_may_stop_where_the_answer_stops():
    def from_a_square(values, axis=0):
        return values.reshape(2, 2).sum(1 - axis)

    cases = [given(np.array([[1, 2], [3, 4]])), given(np.ones((2, 3)))]
    task = a_task(cases=cases, mistakes=[(from_a_square, "the other axis.")])
    assert "the other axis." in task.verdict(lambda *a: from_a_square(*a)).text
    other = task.verdict(lambda values, axis=0: values.sum(1 - axis)).text
    assert "the other axis." not in other


def test_a_mistake_is_recognised_though_a_later_case_stops_the_answer():
    def along_rows(values, axis=0):
        return values.sum(1 - axis)

    def only_of_whole_numbers(values, axis=0):
        return np.array([sum(map(operator.index, row)) for row in values])

    cases = [given(np.array([[1, 2], [3, 5]])), given(np.array([[1, 2, 3]]))]
    cases.append(given(np.ones((2, 3))))
    task = a_task(cases=cases, mistakes=[(along_rows, "the other axis.")])
    assert "the other axis." in task.verdict(only_of_whole_numbers).text
    task = a_task(cases=[cases[0], cases[2]], mistakes=[(along_rows, "the other.")])
    assert "the other." not in task.verdict(only_of_whole_numbers).text, "one is luck"


def test_parts_of_one_shape_are_shown_as_parts():
    code = "def summed(values):\n    return values.sum(0), values.sum(1)"
    task = a_task(code=code, cases=[given(np.array([[1, 2], [3, 4]]))])
    text = task.verdict(lambda values: (values.sum(1), values.sum(0))).text
    assert text.endswith("returns ([3, 7], [4, 6]). Right is ([4, 6], [3, 7]).")
    text = task.verdict(lambda values: values.sum()).text
    assert text.endswith("returns 10. Right is ([4, 6], [3, 7]).")


def test_what_the_code_printed_is_shown():
    def answer(values, axis=0):
        print("shape", values.shape)
        return values

    assert a_task().verdict(answer).text.endswith("Your code printed:\nshape (2, 3)")


def test_a_flood_of_prints_is_cut_off():
    text = a_task().verdict(lambda v, axis=0: [print(n) for n in range(99)]).text
    assert text.endswith("Your code printed:\n0\n1\n2\n…")


@pytest.mark.parametrize(
    ("answer", "fragment"),
    [
        (np.ones(3), "the function itself, without brackets: check(summed)"),
        (lambda: 1, "must take the arguments (values, axis)"),
        (lambda values, axis=0: None if values.any() else 1, "is a `return` missing?"),
        (lambda values, axis=0: values[9], "stops with IndexError: index 9 is out"),
        (lambda values, axis=0: {"sum": 1}, "the result is a dict"),
        (np.ones, "summed: "),
    ],
)
def test_an_answer_of_another_kind_is_told_so(answer, fragment):
    verdict = a_task().verdict(answer)
    assert verdict.state is State.WRONG
    assert fragment in verdict.text


def test_a_function_in_place_of_a_value_is_told_so():
    assert "wants the result" in a_value_task().verdict(lambda: 7).text


def test_the_right_number_is_not_given_away():
    assert a_value_task().verdict(9).text == "✗ limit is too large."


def test_of_several_right_numbers_none_is_given_away():
    task = a_value_task("limit = [7, 8]")
    assert (
        task.verdict([7, 2]).text == "✗ limit has too small a number in place 2 of 2."
    )
    task = a_value_task("limit = [7, 8], [7]")
    text = "✗ limit has a wrong part 1, which has too large a number in place 1 of 2."
    assert task.verdict([[9, 8], [7]]).text == text


def test_a_mistake_may_be_a_value():
    task = a_value_task(mistakes=[(8, "8 counts the zero too.")])
    assert task.verdict([8]).text == "✗ limit: 8 counts the zero too."


# Examination.


def test_an_examination_may_pass_object_or_judge():
    task = a_value_task(examine=lambda answer: None if answer == 7 else "not seven.")
    assert task.verdict(7) == (State.RIGHT, "✓ All add up.")
    assert task.verdict(8) == (State.WRONG, "✗ limit: not seven.")
    judged = Verdict(State.RIGHT, "✓ 98 %.")
    assert a_value_task(examine=lambda answer: judged).verdict(8) is judged


def test_an_examination_follows_the_comparison():
    task = a_task(examine=lambda answer: "too slow.")
    assert "too slow." in task.verdict(lambda v, axis=0: v.sum(axis)).text
    assert "too slow." not in task.verdict(lambda v, axis=0: 5).text


def test_an_examination_gets_a_copy():
    answer = [1, 2]
    a_value_task(examine=lambda answer: answer.clear()).verdict(answer)
    assert answer == [1, 2]


def test_a_class_is_examined():
    code = "class Layer:\n    def forward(self, x):\n        return x"
    task = a_task("Layer", code, examine=lambda kind: str(kind().forward("seen")))

    class Layer:
        def forward(self, x):
            return x

    assert task.verdict(Layer).text == "✗ Layer: seen"
    assert "the class itself" in task.verdict(Layer()).text


# The task itself.


def test_check_prints_and_remembers(capsys):
    task = a_task()
    for answer, state in [
        (None, State.OPEN),
        (lambda v, axis=0: 3, State.WRONG),
        (lambda v, axis=0: v.sum(axis), State.RIGHT),
    ]:
        assert task.check(answer) is None
        assert task.state is state
    out = capsys.readouterr().out
    assert out.startswith(NOT_SOLVED) and out.endswith("✓ All add up.\n")


def test_a_solved_task_stays_solved(capsys):
    task = a_task()
    for answer in (lambda v, axis=0: v.sum(axis), lambda v, axis=0: 3, None):
        task.check(answer)
        assert task.state is State.RIGHT
    assert capsys.readouterr().out.endswith(f"{NOT_SOLVED}\n")


def test_a_fault_of_the_check_itself_is_no_traceback(capsys):
    task = a_task(code="def summed(values, axis=0):\n    return 1 / 0")
    task.check(lambda values, axis=0: 1)
    assert "a fault of the check, not yours" in capsys.readouterr().out
    assert task.state is State.OPEN


def test_a_solution_must_define_its_name():
    with pytest.raises(ValueError, match="does not define summed"):
        a_task(code="def total(): ...")


@pytest.mark.parametrize(
    "code", ["limit = 7", "a, limit = 6, 7", "limit: int = 7", "limit = 6\nlimit = 7"]
)
def test_a_solution_may_define_its_name_in_any_way(code):
    assert a_value_task(code).verdict(7).state is State.RIGHT


def test_cases_may_be_made_when_needed():
    task = a_task(cases=lambda: [given(np.ones((2, 2)))])
    assert task.verdict(lambda values, axis=0: values.sum(0)).state is State.RIGHT


@pytest.mark.parametrize("answer", [None, ..., lambda values, axis=0: 0 * values])
def test_a_lesson_goes_on_with_its_own_until_the_answer_is_right(answer, capsys):
    summed = a_task().or_solution(answer)
    np.testing.assert_array_equal(summed(np.ones((2, 3))), [2, 2, 2])
    assert "its own until yours is right" in capsys.readouterr().out


def test_a_lesson_goes_on_with_a_right_answer_and_gets_arrays(capsys):
    calls = []

    def answer(values, axis=0):
        calls.append(axis)
        return values.sum(axis).tolist()

    summed = a_task().or_solution(answer)
    calls.clear()
    result = summed(np.ones((2, 3)), 1)
    assert isinstance(result, np.ndarray)
    np.testing.assert_array_equal(result, [3, 3])
    assert calls == [1]
    assert "goes on with yours" in capsys.readouterr().out
