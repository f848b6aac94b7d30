"""Two boxes in Chromium: dragged by mouse and moved by keys, on a page of their own."""

import pytest

from tests.site.own_page import OnItsOwnPage, lessons_with, write_page
from utils.arrays.boxes import iou
from utils.play.iou import play_iou

TITLE = "How much do two boxes overlap?"
COLUMNS, ROWS = 24, 16
BOX, OTHER = [2, 3, 12, 11], [8, 6, 20, 14]
PAIRS = {"a corner": (BOX, OTHER), "touching": ([2, 3, 10, 9], [10, 3, 18, 9])}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Two of them on one page; the first is played with."""
    playthings = play_iou(PAIRS), play_iou({"touching": PAIRS["touching"]})
    return write_page(tmp_path_factory.mktemp("iou") / "page.html", *playthings)


def part(box, name):
    """A box, "A", or its corner, as what takes the keys."""
    return box.get_by_label(name).first


A, B = "Box A:", "Box B:"
CORNER_OF_A, CORNER_OF_B = (f"Lower right corner of {name}" for name in "AB")


def assert_shown(box, first, second):
    """The page says of these two boxes what utils computes."""
    overlap = iou([first], [second])[0, 0]
    lines = box.locator(".play-sum").all_inner_texts()
    assert f"{float(lines[2].split('= ')[-1]):.2f}" == f"{overlap:.2f}"
    for name, (x1, y1, x2, y2) in ((A, first), (B, second)):
        said = part(box, name).get_attribute("aria-label")
        assert said.startswith(f"{name} from ({x1}, {y1}) to ({x2}, {y2})")


def test_at_first_it_shows_the_first_pair(box):
    assert_shown(box, BOX, OTHER)
    assert box.locator(".play-sum").all_inner_texts() == [
        "intersection = 4 · 5 = 20",
        "union = 80 + 96 − 20 = 156",
        "IoU = 20 / 156 = 0.13",
    ]


def test_boxes_and_corners_are_reached_and_moved_by_keys(box, page):
    box.get_by_label("Begin with").focus()
    for name in (A, B, CORNER_OF_A, CORNER_OF_B):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.ariaLabel").startswith(name)
    page.keyboard.press("ArrowRight")
    assert_shown(box, BOX, [8, 6, 21, 14])
    part(box, A).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    assert_shown(box, [1, 4, 11, 12], [8, 6, 21, 14])
    for _ in range(3):  # there is nothing further left
        page.keyboard.press("ArrowLeft")
    assert_shown(box, [0, 4, 10, 12], [8, 6, 21, 14])


def test_the_keys_do_not_move_the_page(box, page):
    page.set_viewport_size({"width": 390, "height": 300})
    part(box, A).focus()
    before = page.evaluate("scrollY")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("scrollY") == before


def drag(box, page, start, end):
    """Drag from one place of the field to another, both (x, y) in pixels of it."""
    field = box.locator("svg").bounding_box()
    pixel = field["width"] / (COLUMNS + 0.2)  # a rim of 2 units, where 20 are a pixel
    places = [
        (field["x"] + (x + 0.1) * pixel, field["y"] + (y + 0.1) * pixel)
        for x, y in (start, end)
    ]
    page.mouse.move(*places[0])
    page.mouse.down()
    page.mouse.move(*places[1], steps=5)
    page.mouse.up()


def test_boxes_and_corners_are_dragged(box, page):
    drag(box, page, (4, 5), (7, 3))
    assert_shown(box, [5, 1, 15, 9], OTHER)
    drag(box, page, (20, 14), (22, 20))  # a corner, to beyond the field
    assert_shown(box, [5, 1, 15, 9], [8, 6, 22, 16])
    page.mouse.move(10, 10)
    assert_shown(box, [5, 1, 15, 9], [8, 6, 22, 16])


def test_a_box_keeps_a_pixel(box, page):
    drag(box, page, (12, 11), (0, 0))
    assert_shown(box, [2, 3, 3, 4], OTHER)


def test_another_pair_is_chosen(box):
    box.get_by_label("Begin with").select_option("touching")
    assert_shown(box, *PAIRS["touching"])
    assert box.locator(".play-sum").first.inner_text() == "intersection = 0"


def test_what_changed_is_said_once_it_rests(box, page):
    part(box, B).focus()
    page.keyboard.press("ArrowUp")
    page.wait_for_timeout(500)
    said = box.get_by_role("status").inner_text()
    assert said.startswith("Box B: from (8, 5) to (20, 13), 12 wide and 8 high.")
    assert said.endswith("IoU = 24 / 152 = 0.16.")


class TestOnItsOwnPage(OnItsOwnPage):
    """It fits in every look, and its figures give way."""


@pytest.mark.parametrize("lesson", lessons_with("iou"))
def test_its_lesson_builds_it(page, out, lesson):
    page.goto((out / lesson).as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True)
    box.wait_for()
    assert len(box.locator(".play-sum").all_inner_texts()) == 3
