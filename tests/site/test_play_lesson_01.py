"""The playthings of lesson 1 on its page: by pointer, by keyboard, by neither."""

import re

import nbformat
import numpy as np
import pytest
from playwright.sync_api import expect

from tests.site.visits import visit
from tools.lessons import notebook_path
from utils.arrays.convolution import cross_correlate
from utils.play.widget import PLAY

LESSON = "notebooks/01_convolution.html"
WINDOW, CHANNELS = "Slide the window", "Three slices, three sums, one cell"


@pytest.fixture
def lesson(page, out):
    page.goto((out / LESSON).as_uri())
    page.locator(".play-box").nth(1).wait_for()
    return page


def box(page, title):
    return page.get_by_role("group", name=title, exact=True)


def total(page, title):
    """The number that the sum of a plaything ends with, as it is written."""
    return box(page, title).locator(".play-sum strong").last.inner_text()


def in_words(page, title):
    """The line that a screen reader says, a moment after a change."""
    return expect(box(page, title).get_by_role("status").last)


@pytest.fixture(scope="session")
def first_map():
    """The map of the window as the lesson sets it up, computed by utils."""
    notebook = nbformat.read(notebook_path("01"), as_version=4)
    (cell,) = [cell for cell in notebook.cells if cell.id == "slide-the-window"]
    data = cell.outputs[0].data[PLAY]["data"]
    picture, kernel = (
        np.array([row.split() for row in data[what][0]["rows"]], dtype=int)
        for what in ("pictures", "kernels")
    )
    return cross_correlate(picture, kernel, **data["settings"])


def test_the_figure_gives_way_to_the_plaything(lesson):
    assert lesson.locator(".play img").count() == 0
    assert lesson.locator(".play-box").count() == 2


def test_without_javascript_the_figure_stays_with_its_words(browser, out):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((out / LESSON).as_uri())
    figures = page.locator(".play img")
    assert figures.count() == 2
    for figure in figures.all():
        assert figure.is_visible() and len(figure.get_attribute("alt")) > 60
    context.close()


def test_arrow_keys_move_the_window_and_say_so(lesson, first_map):
    assert total(lesson, WINDOW) == f"{first_map[1, 1]}"
    box(lesson, WINDOW).get_by_role("group", name="Input").focus()
    lesson.keyboard.press("ArrowRight")
    assert total(lesson, WINDOW) == f"{first_map[1, 2]}"
    in_words(lesson, WINDOW).to_have_text(
        f"Row 2, column 3 of a map of 3 by 3: the sum is {first_map[1, 2]}."
    )
    lesson.keyboard.press("ArrowRight")  # there is nothing further right
    assert total(lesson, WINDOW) == f"{first_map[1, 2]}"
    lesson.keyboard.press("Home")
    assert total(lesson, WINDOW) == f"{first_map[0, 0]}"
    in_words(lesson, WINDOW).to_contain_text("Row 1, column 1 ")


def test_a_click_puts_the_window_there(lesson, first_map):
    grid = box(lesson, WINDOW).locator(".play-grid").first
    grid.scroll_into_view_if_needed()
    size = grid.bounding_box()
    lesson.mouse.click(size["x"] + 0.4 * size["width"], size["y"] + 5)
    in_words(lesson, WINDOW).to_contain_text("Row 1, column 2 ")
    assert total(lesson, WINDOW) == f"{first_map[0, 1]}"


def test_settings_change_the_size(lesson):
    plaything = box(lesson, WINDOW)
    plaything.get_by_label("Stride").select_option("1")
    plaything.get_by_label("Padding").select_option("valid")
    assert plaything.get_by_text("map, 3 × 3").is_visible()
    assert plaything.get_by_text("⌊(5 + 0 − 1·(3 − 1) − 1) / 1⌋ + 1 = 3").is_visible()
    plaything.get_by_label("Dilation").select_option("2")
    assert plaything.get_by_text("map, 1 × 1").is_visible()


def test_a_setting_without_a_place_is_refused_in_words(lesson):
    plaything = box(lesson, WINDOW)
    plaything.get_by_label("Padding").select_option("valid")
    plaything.get_by_label("Dilation").select_option("3")
    assert plaything.get_by_text("covers 7 pixels").is_visible()
    assert plaything.get_by_label("Dilation").input_value() == "1"
    plaything.get_by_label("Dilation").select_option("2")
    assert plaything.get_by_text("covers 7 pixels").count() == 0


def test_a_weight_is_changed_by_keyboard(lesson, first_map):
    plaything = box(lesson, WINDOW)
    plaything.get_by_label("weight in row 2, column 2").fill("-2")
    changed = first_map[1, 1] - 3 * 9  # from 1 to −2, on the picture's middle, 9
    assert total(lesson, WINDOW) == f"{changed}".replace("-", "−")
    assert plaything.get_by_label("Filter").input_value() == "your own"
    plaything.get_by_label("Filter").select_option("identity")
    assert total(lesson, WINDOW) == "9"


def test_the_photo_has_a_map_as_large(lesson):
    plaything = box(lesson, WINDOW)
    plaything.get_by_label("Input", exact=True).select_option("a photo")
    assert plaything.get_by_text("map, 24 × 24").is_visible()
    assert plaything.get_by_role("img", name=re.compile("48 rows")).is_visible()


def test_a_channel_that_is_off_adds_nothing(lesson):
    plaything = box(lesson, CHANNELS)
    red, green, blue = (
        float(line.inner_text().split(": ")[1].replace("−", "-"))
        for line in plaything.locator(".play-channel .play-sum").all()
    )
    assert float(total(lesson, CHANNELS)) == red + green + blue
    plaything.get_by_label("blue", exact=True).uncheck()
    assert float(total(lesson, CHANNELS)) == red + green
    plaything.get_by_label("Bias").fill("-1.5")
    assert float(total(lesson, CHANNELS)) == red + green - 1.5
    in_words(lesson, CHANNELS).to_contain_text("bias (−1.5)")


def test_every_control_is_reached_by_tab(lesson):
    for title in (WINDOW, CHANNELS):
        controls = box(lesson, title).locator(
            ":is(select, button, input, [tabindex]):visible"
        )
        controls.first.focus()
        for control in controls.all():
            assert control.evaluate("e => e === document.activeElement")
            lesson.keyboard.press("Tab")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_fits_and_axe_finds_nothing_serious(browser, out, width, theme):
    seen = visit(browser, out / LESSON, width, theme, ".play")
    assert seen.faults == []
    assert [part for part in seen.sticking_out if "play" in part] == []
    assert seen.requests == []
