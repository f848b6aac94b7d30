"""Every page, opened from the disk in Chromium."""

import pytest

from tests.site.test_stored_pages import pages

EVERY = pytest.mark.parametrize("name", pages(), ids=str)


@EVERY
def test_it_asks_nobody_for_anything(visit, out, name):
    assert visit(out / name).requests == []


@EVERY
def test_its_console_is_quiet(visit, out, name):
    assert visit(out / name).errors == []


@EVERY
def test_axe_finds_nothing_serious(visit, out, name):
    assert visit(out / name).faults == []


@EVERY
def test_all_formulas_are_drawn(visit, out, name):
    formulas = visit(out / name).formulas
    assert formulas["drawn"] == formulas["written"] and formulas["wrong"] == []


@EVERY
def test_it_fits_a_phone(visit, out, name):
    assert visit(out / name).sticking_out == []
