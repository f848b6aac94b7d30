"""Two numbers that draw a digit, in Chromium, on a page of its own."""

import numpy as np
import pytest

from tests.site.drawn_digits import (
    assert_drawn,
    assert_mark,
    in_words,
    pixels,
    placed,
    point,
    sheet,
    slide,
)
from tests.site.own_page import OnItsOwnPage, lessons_with, write_page
from tests.site.visits import STICKING_OUT
from utils.models.digit_drawer import load_digit_drawer
from utils.models.digit_network import load_digit_network
from utils.play.digit_drawer import REACH, UNDRAWN, play_digit_drawer

TITLE = "Two numbers, one drawing"
MEASURES = "performance.getEntriesByName('a digit drawn from two numbers').length"


@pytest.fixture(scope="module")
def networks():
    return load_digit_drawer(), load_digit_network()


@pytest.fixture(scope="module")
def two_numbers(networks):
    return play_digit_drawer(*networks)


@pytest.fixture(scope="module")
def start(two_numbers):
    return two_numbers.data["start"]


@pytest.fixture(scope="module")
def path(tmp_path_factory, two_numbers):
    """Two of them on one page; the first is played with."""
    file = tmp_path_factory.mktemp("drawer") / "page.html"
    return write_page(file, two_numbers, two_numbers)


def test_at_first_it_draws_the_first_place(box, networks, two_numbers, start):
    assert_drawn(box, networks, start)
    assert_mark(box, 0, two_numbers.data["ring"])
    assert "reads 4" in box.locator(".play-answer").inner_text()


def test_the_pointer_drags_the_dot(box, page, networks, start):
    assert_drawn(box, networks, start)
    page.mouse.move(*point(box, start))
    page.mouse.down()
    page.mouse.move(*point(box, (-1.2, 0.8)), steps=6)
    assert_drawn(box, networks, (-1.2, 0.8))
    page.mouse.move(*point(box, (9, -1)), steps=3)
    page.mouse.up()
    assert_drawn(box, networks, (REACH, -1))
    page.mouse.move(*point(box, (0, 0)))
    page.wait_for_timeout(200)
    assert_drawn(box, networks, (REACH, -1))


def test_keys_alone_move_it_on_the_sheet_and_by_sliders(box, page, networks):
    sheet(box).focus()
    page.keyboard.press("Home")
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    assert_drawn(box, networks, (0.2, -0.1))
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    assert_drawn(box, networks, (0.25, REACH))


def test_what_is_read_is_said_once_it_rests(box, page, networks, start):
    assert_drawn(box, networks, start)
    sheet(box).focus()
    page.keyboard.press("Home")
    assert_drawn(box, networks, (0, 0))
    page.wait_for_timeout(600)
    said = box.get_by_role("status").inner_text()
    answer = box.locator(".play-answer").inner_text()
    assert said == f"{in_words((0, 0))}. {answer}"


def test_a_walk_leads_to_the_ring_and_the_ring_to_where_it_began(
    box, page, networks, two_numbers, start
):
    assert_drawn(box, networks, start)
    box.get_by_role("button", name="Walk to the ring").click()
    seen = page.evaluate(MEASURES)
    assert_drawn(box, networks, two_numbers.data["ring"])
    assert_mark(box, 0, start)
    assert page.evaluate(MEASURES) > seen + 2, "drawn on the way, too"


def test_a_hand_on_the_dot_ends_the_walk(box, page, networks):
    box.get_by_role("button", name="Walk to the ring").click()
    page.wait_for_timeout(500)
    slide(box, 0, 1.5)
    slide(box, 1, -2)
    page.wait_for_timeout(500)
    assert_drawn(box, networks, (1.5, -2))


def test_the_ring_is_put_where_the_dot_is(box, page, networks, start):
    slide(box, 0, -1)
    box.get_by_role("button", name="Put the ring here").click()
    assert_mark(box, 0, (-1, start[1]))
    box.get_by_role("button", name="Walk to the ring").click()
    page.wait_for_timeout(500)
    said = box.get_by_role("status").inner_text()
    assert said == "The dot is at the ring already."
    assert_drawn(box, networks, (-1, start[1]))


def test_the_sheet_is_full_of_drawings_and_can_be_emptied(box, page, networks):
    canvas = sheet(box).locator("canvas")
    middle = networks[0].predict(np.zeros((1, 2), np.float32), verbose=0)[0, ..., 0]
    last = networks[0].predict(
        np.float32([[REACH * 14 / 15, -REACH * 14 / 15]]), verbose=0
    )[0, ..., 0]
    page.wait_for_function(
        """canvas => canvas.getContext("2d").getImageData(410, 410, 1, 1).data[3]""",
        arg=canvas.element_handle(),
    )
    shown = pixels(canvas)
    assert shown.shape == (420, 420)
    np.testing.assert_allclose(shown[196:224, 196:224], 255 * (1 - middle), atol=1)
    np.testing.assert_allclose(shown[392:, 392:], 255 * (1 - last), atol=1)
    check = box.get_by_role("checkbox", name="small drawings")
    check.uncheck()
    assert pixels(canvas).max() == 0, "transparent"
    check.check()
    page.wait_for_function(
        """canvas => canvas.getContext("2d").getImageData(410, 410, 1, 1).data[3]""",
        arg=canvas.element_handle(),
    )
    np.testing.assert_array_equal(pixels(canvas), shown)


def test_the_layout_keeps_its_place(box, networks, start):
    assert_drawn(box, networks, start)
    before = box.bounding_box()["height"]
    for place in ((-2.5, 2.5), (0.5, -2.5), (2.5, 0)):
        slide(box, 0, place[0])
        slide(box, 1, place[1])
        assert_drawn(box, networks, place)
        assert box.bounding_box()["height"] == before


def test_a_finger_moves_it_on_a_narrow_phone(browser, path, networks):
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(path.as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True).first
    assert page.evaluate(STICKING_OUT) == []
    around = sheet(box).bounding_box()
    assert 240 < around["width"] < 300, "there is room beside it to scroll the page"
    page.touchscreen.tap(*point(box, (1, 0.5)))
    assert_drawn(box, networks, tuple(placed(box)))
    assert placed(box) == pytest.approx([1, 0.5], abs=0.051)
    for slider in box.get_by_role("slider").all():
        assert slider.bounding_box()["height"] >= 40
    context.close()


def test_without_a_network_it_says_so(page, tmp_path, two_numbers):
    path = write_page(tmp_path / "page.html", two_numbers)
    (tmp_path / "digit_drawer.js").unlink()
    page.goto(path.as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True)
    box.locator(".play-answer", has_text=UNDRAWN).wait_for()
    slide(box, 0, 1)
    rows = box.get_by_role("listitem").all_inner_texts()
    assert len(rows) == 10 and all(row.endswith("–") for row in rows)


class TestOnItsOwnPage(OnItsOwnPage):
    """It fits in every look, and its figures give way."""


@pytest.mark.parametrize("lesson", lessons_with("digit_drawer"))
def test_its_lesson_builds_it(page, out, lesson, networks, start):
    page.goto((out / lesson).as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True)
    assert_drawn(box, networks, start)
