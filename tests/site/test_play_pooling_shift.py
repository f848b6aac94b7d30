"""The moved digit on lesson 3's page, in Chromium: by keys, by mouse, on a phone."""

import re

import numpy as np
import pytest

from utils.arrays.pooling import pool2d
from utils.arrays.shifts import edge_features
from utils.files.datasets import load_mnist

TITLE = "Pooling and shifts"
DIGIT = "[role=application]"


@pytest.fixture
def box(plaything):
    return plaything("03", TITLE)


def finding(box):
    return box.locator(".play-moves-said").inner_text()


def focused(page):
    """The name of what has the focus: its label, or its text."""
    return page.evaluate(
        """() => { const it = document.activeElement;
        return it.ariaLabel ?? it.labels?.[0]?.innerText ?? it.innerText }"""
    )


def test_all_of_it_is_reached_and_worked_by_keys(box, page):
    box.locator(DIGIT).focus()
    names = []
    for _ in range(11):
        names.append(focused(page))
        page.keyboard.press("Tab")
    moves = [
        f"Move the digit one pixel {way}" for way in ("left", "up", "down", "right")
    ]
    choices = ["Compare with the pooled map", "Pooling", "Window", "Stride", "Digit"]
    assert names[0].startswith("The digit.")
    assert names[1:] == [*moves, "Back to the start", *choices]

    box.locator(DIGIT).focus()
    page.keyboard.press("ArrowRight")
    assert finding(box).startswith("Moved 1 pixel right: ")
    page.keyboard.press("ArrowUp")
    assert finding(box).startswith("Moved 1 pixel up, 1 pixel right: ")
    page.keyboard.press("Home")
    assert finding(box) == "The digit is where it was."
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert finding(box).startswith("Moved 1 pixel left: ")


def test_the_keys_do_not_move_the_page(box, page):
    box.locator(DIGIT).focus()
    before = page.evaluate("scrollY")
    for key in ("ArrowDown", "ArrowDown", "Home"):
        page.keyboard.press(key)
    assert page.evaluate("scrollY") == before


def test_moved_by_the_stride_it_moves_whole_and_else_it_does_not(box, page):
    box.get_by_label("Compare with the pooled map").select_option("along")
    box.locator(DIGIT).focus()
    page.keyboard.press("ArrowRight")
    assert "is not just the old one, moved" in finding(box)
    page.keyboard.press("ArrowRight")
    whole = "the pooled map is the old one, moved 1 cell right."
    assert finding(box) == f"Moved 2 pixels right: {whole}"
    box.get_by_label("Stride").select_option("3")
    assert "is not just the old one, moved" in finding(box)
    box.get_by_label("Stride").select_option("1")
    assert "is the old one, moved 2 cells right." in finding(box)


def test_the_digit_is_dragged_and_stops_at_its_end(box, page):
    place = box.locator(f"{DIGIT} canvas").bounding_box()
    pixel = place["width"] / 35
    x, y = place["x"] + 17.5 * pixel, place["y"] + 17.5 * pixel
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 3 * pixel, y + 2 * pixel, steps=4)
    assert finding(box).startswith("Moved 2 pixels down, 3 pixels left: ")
    page.mouse.move(x - 12 * pixel, y, steps=4)
    page.mouse.up()
    assert finding(box).startswith("Moved 4 pixels left: ")
    page.mouse.move(x, y)
    assert finding(box).startswith("Moved 4 pixels left: ")


@pytest.mark.parametrize("mode", ["max", "average"])
def test_as_many_cells_differ_as_utils_counts(box, page, mode):
    (digits, _), _ = load_mnist()
    digit = np.pad(np.round(255 * digits[0]), (3, 4))
    both = np.stack([digit, np.roll(digit, 1, axis=1)])[..., np.newaxis]
    before, now = pool2d(edge_features(both), 3, 2, mode=mode)
    for label, value in {"Pooling": mode, "Window": "3", "Stride": "2"}.items():
        box.get_by_label(label).select_option(value)
    box.locator(DIGIT).focus()
    page.keyboard.press("ArrowRight")
    count = f"{np.sum(before != now)} of {now.size}"
    assert f"{count} pooled cells differ" in finding(box)
    assert count in box.get_by_role("row", name="pooled").inner_text()


def test_what_changed_is_said_once_it_rests(box, page):
    status = box.get_by_role("status")
    box.locator(DIGIT).focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert re.match(r"Moved 1 pixel right: \d+ of 256", status.inner_text())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_phone(box, page, theme):
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(color_scheme=theme)
    box.get_by_label("Compare with the pooled map").select_option("along")
    widths = box.evaluate("it => [it.scrollWidth, it.clientWidth]")
    assert widths[0] <= widths[1] <= 390
    assert box.locator("canvas").count() == 4


def test_axe_finds_nothing_serious_in_dark(browser, out):
    from tests.site.visits import visit

    seen = visit(browser, out / "notebooks" / "03_pooling.html", 390, "dark", ".play")
    assert seen.faults == []
    assert [part for part in seen.sticking_out if "play" in part] == []
    assert seen.requests == []
