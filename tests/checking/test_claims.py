"""What is said of all of a result is true of every case, not of one example."""

import numpy as np
import pytest

from tests.checking.samples import a_task
from utils.checking.cases import given

ROW = np.array([[1.0, 3, 2]])


def doubling(*cases, code="return 2 * x"):
    return a_task("double", f"def double(x):\n    {code}", cases=list(cases))


def text_on(task, answer):
    return " ".join(task.verdict(answer).text.split())


@pytest.mark.parametrize(
    ("answer", "claim"),
    [
        (lambda x: 6 * x, "is 3 times the right one everywhere."),
        (lambda x: -2 * x, "has the opposite sign everywhere."),
        (lambda x: 2 * x + 1, "is 1 too large everywhere."),
        (lambda x: 2 * x.T, "is transposed: rows and columns are exchanged."),
        (lambda x: 2 * x[::-1, ::-1], "is turned by 180 degrees."),
    ],
)
def test_what_is_true_of_every_case_is_said(answer, claim):
    task = doubling(
        given(np.array([[1.0, 3], [2, 5]])), given(np.arange(9.0).reshape(3, 3))
    )
    assert claim in text_on(task, answer)


@pytest.mark.parametrize(
    ("answer", "claim"),
    [
        (lambda x: 6 * x if len(x) == 1 else 2 * x, "times"),
        (lambda x: -2 * x if len(x) == 1 else 2 * x, "sign"),
        (lambda x: 2 * x + len(x), "everywhere"),
        (lambda x: 2 * x * x, "times"),
    ],
)
def test_what_is_true_of_one_case_alone_is_not_said(answer, claim):
    task = doubling(given(ROW), given(np.array([[2.0, 2], [5, 4]])))
    text = text_on(task, answer)
    assert claim not in text and "holds " in text


def test_the_example_is_one_that_does_not_mislead():
    """Squares of 3 and 6 are 3 times as much in one case; the next shows more."""
    task = doubling(given(np.array([0.0, 3, 0])), given(np.array([1.0, 2, 3])))
    text = text_on(task, lambda x: x**2 * 2)
    assert "holds 8 at [1], where 4 is right" in text
    assert "x = [1, 2, 3]" in text or "double([1, 2, 3])" in text


def test_the_example_stays_small():
    large = np.arange(400.0).reshape(20, 20)
    text = text_on(doubling(given(ROW), given(large)), lambda x: 2 * x * x)
    assert "[[1. 3. 2.]]" in text


@pytest.mark.parametrize(
    ("answer", "claim"),
    [
        (lambda x: 4 * x, "the result is 2 times the right one in every case."),
        (lambda x: 2 * x + 3, "the result is 3 too large in every case."),
        (lambda x: -2 * x, "the result has the opposite sign in every case."),
        (lambda x: 2 * x + x % 2, "the result is too large."),
    ],
)
def test_single_numbers_are_compared_across_the_cases(answer, claim):
    assert claim in text_on(doubling(given(1), given(2), given(5)), answer)


@pytest.mark.parametrize(
    ("answer", "claim"),
    [
        (lambda x: 3 * x if abs(x) > 1e9 else 2 * x - 1, "times"),
        (lambda x: 2 * x - 1e15 if abs(x) > 1e9 else 2 * x - 1, "in every case"),
    ],
)
def test_a_huge_number_does_not_hide_the_other_cases(answer, claim):
    text = text_on(doubling(given(1.0), given(2.0), given(5.0), given(-2e20)), answer)
    assert claim not in text and "the result is" in text


def test_a_step_that_leads_to_zero_is_said_in_spite_of_rounding():
    cases = [given(-1.5), given(0.1), given(2.0)]
    text = text_on(doubling(*cases), lambda x: 2 * x + 3 + 1e-12)
    assert "the result is 3 too large in every case." in text


def test_two_single_numbers_are_too_few_to_tell():
    text = text_on(doubling(given(1), given(4)), lambda x: 4 * x)
    assert "the result is too large." in text


def test_one_too_many_is_said_where_it_always_is_one():
    rows = [given(np.ones(3)), given(np.ones(5))]
    assert "one too few" in text_on(doubling(*rows), lambda x: 2 * x[:-1])
    assert "one too few" not in text_on(
        doubling(*rows), lambda x: 2 * x[: len(x) - len(x) // 2]
    )


def test_axes_in_another_order_are_those_of_every_case():
    cases = [
        given(np.arange(24.0).reshape(2, 3, 4)),
        given(np.arange(6.0).reshape(3, 1, 2)),
    ]
    moved = text_on(doubling(*cases), lambda x: 2 * np.moveaxis(x, 2, 0))
    assert "the axes stand in another order" in moved and "(2, 0, 1)" in moved
    other = text_on(doubling(*cases), lambda x: np.ones((x.shape[2], *x.shape[:2])))
    assert "has the shape (4, 2, 3); (2, 3, 4) is right." in other


def test_parts_are_compared_across_the_cases_too():
    task = doubling(given(ROW), given(2 * ROW + 1), code="return x[0], 2 * x.T")
    assert "a wrong part 2, which is 3 times the right one everywhere" in text_on(
        task, lambda x: (x[0], 6 * x.T)
    )
    assert "everywhere" not in text_on(
        task, lambda x: (x[0], 2 * x.T * x.min() ** 2 * 3)
    )
