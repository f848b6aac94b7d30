"""What a careful eye would not let pass: figures, tables, numbers, code."""

import re

import pytest

from tests.site.pages import lesson_page
from tests.site.stored_pages import StoredPage
from tools.lessons import all_lessons, notebook_path

PARTED = re.compile(r"\d (?:\d{3}(?!\d)|%)")  # a space at which a line may end
# How many lines each piece of a name, between the places where it may be parted, takes.
LINES_OF_PIECES = """names => names.flatMap(name => [...name.childNodes]
  .filter(piece => piece.nodeType === Node.TEXT_NODE)
  .map(piece => {
    const range = document.createRange();
    range.selectNode(piece);
    return range.getClientRects().length;
  }))"""
COLOUR = "part => getComputedStyle(part).backgroundColor"


def test_on_a_phone_a_figure_opens_in_its_own_size(page, out):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(lesson_page(out, "03"))
    figure = page.locator(".cell_output > a > img").first
    shown = figure.bounding_box()["width"]
    assert len(figure.get_attribute("alt")) > 60
    figure.click()
    page.wait_for_url("**/_images/*.png")
    assert page.evaluate("document.images[0].naturalWidth") > shown / 0.6


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["data/README.html", "notebooks/{8b}.html"])
def test_names_in_tables_are_parted_between_words_only(page, out, name, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto((out / name.format(**{"8b": notebook_path("08b").stem})).as_uri())
    lines = page.locator("td code .pre").evaluate_all(LINES_OF_PIECES)
    assert len(lines) > 10 and {*lines} == {1}


def test_the_longest_line_of_code_fits_a_laptop(page, out):
    page.goto(lesson_page(out, "05b"))
    longest = page.locator(".cell_input pre").evaluate_all(
        "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).length"
    )
    assert longest == 0


@pytest.mark.parametrize("name", all_lessons())
def test_no_line_ends_inside_a_number(out, name):
    words = StoredPage(out / "notebooks" / f"{notebook_path(name).stem}.html").words
    assert [text for text in words if PARTED.search(text)] == []


def test_in_the_dark_figures_are_white_and_playthings_dark(page, out):
    page.emulate_media(color_scheme="dark")
    page.goto(lesson_page(out, "03"))
    figure = page.locator(".cell_output img").first
    assert figure.evaluate(COLOUR) == "rgb(255, 255, 255)"
    around = page.locator(".text_html:has(.play-box)")
    assert around.evaluate(COLOUR) == "rgba(0, 0, 0, 0)"
