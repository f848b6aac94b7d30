"""A closed envelope breaks no rule, and an open one is touched as often as listed."""

import pytest

from tests.notebooks import sealed_test_rules
from tests.notebooks.test_notebook_rules import NOTEBOOKS
from tests.notebooks.test_rules_notice import (
    ASSERTION,
    TRAINING,
    good_sample,
    source,
    touch_by_another_name,
)


def test_an_envelope_that_stays_shut_breaks_no_rule(stored):
    sample = good_sample()
    source(TRAINING, "(x, y), sealed = load_mnist()\n(x, y), _ = load_mnist()")(sample)
    source(ASSERTION, "x_test = x[:9]\nassert x_test.max() > 0")(sample)
    assert sealed_test_rules.keeps_the_test_digits_sealed(stored(sample)) == []


@pytest.mark.parametrize(
    ("allowed", "problem"),
    [
        (1, "cell 3: touches MNIST's test digits, as 2 cells do; MAY_TOUCH"),
        (3, "ipynb: touches MNIST's test digits in 2 cells: make that of the 3"),
        (2, None),
    ],
)
def test_as_many_cells_may_touch_the_test_digits_as_are_listed(
    allowed, problem, stored, monkeypatch
):
    monkeypatch.setitem(sealed_test_rules.MAY_TOUCH, "02", (allowed, "a sample"))
    sample = good_sample()
    touch_by_another_name(sample)
    problems = sealed_test_rules.keeps_the_test_digits_sealed(stored(sample))
    assert len(problems) == (problem is not None)
    assert problem is None or problem in problems[0]


def test_only_lessons_that_there_are_may_touch_them():
    lessons = {notebook.path.name.partition("_")[0] for notebook in NOTEBOOKS}
    assert sealed_test_rules.MAY_TOUCH.keys() <= lessons
