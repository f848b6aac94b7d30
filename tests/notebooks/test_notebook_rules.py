"""Every stored notebook keeps every rule, and every page its links."""

import pytest

from tests.notebooks import (
    form_rules,
    lesson_rules,
    notebook_rules,
    sealed_test_rules,
)
from tests.notebooks.links import broken_links
from tests.notebooks.stored_notebook import StoredNotebook
from tools.lessons import COURSE

RULES = (
    *notebook_rules.RULES,
    *lesson_rules.RULES,
    *sealed_test_rules.RULES,
    *form_rules.RULES,
)
NOTEBOOKS = [StoredNotebook(path) for path in sorted(COURSE.glob("notebooks/*.ipynb"))]
IGNORED = ("workbook", "assignments", "submissions")  # by git: learners' own pages
PAGES = [
    *COURSE.glob("*.md"),
    *(
        page
        for page in COURSE.glob("*/README.md")
        if page.parent.name[0] != "." and page.parent.name not in IGNORED
    ),
]


def by_name(rule):
    return rule.__name__


@pytest.mark.parametrize("rule", RULES, ids=by_name)
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda n: n.path.stem)
def test_notebook_keeps_the_rule(notebook, rule):
    problems = rule(notebook)
    assert not problems, "\n".join(problems)


def test_all_notebooks_together_are_light():
    sizes = {n.path.stem: n.path.stat().st_size for n in NOTEBOOKS}
    assert sum(sizes.values()) <= notebook_rules.MEAN_BYTES * len(sizes), sizes


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(COURSE)))
def test_page_has_no_broken_links(page):
    problems = broken_links(page.read_text(encoding="utf-8"), page)
    assert not problems, "\n".join(problems)
