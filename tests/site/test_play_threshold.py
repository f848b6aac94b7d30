"""A threshold slid over boxes, in Chromium, on a page of its own."""

import re

import numpy as np
import pytest

from tests.play.scenes import scene
from tests.site.own_page import OnItsOwnPage, lessons_with, write_page
from utils.arrays.boxes import average_precision
from utils.play.threshold import judge, play_threshold

TITLE = "Which boxes count?"
PICTURE, FOUND, TRUTHS = scene()


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Two of them on one page; the first is played with."""
    playthings = [play_threshold(PICTURE, FOUND, TRUTHS)] * 2
    return write_page(tmp_path_factory.mktemp("threshold") / "page.html", *playthings)


def arrays(boxes, *others):
    return np.array(boxes, dtype=float), *map(np.array, others)


def slide(box, value):
    box.get_by_role("slider").fill(str(value))


def assert_shown(box, least, suppress):
    """The page shows what utils computes at this threshold."""
    now = judge(arrays(*FOUND), arrays(*TRUTHS), least, suppress=suppress)
    counts = box.locator(".play-legend li").all_inner_texts()
    wanted = {name: len(getattr(now, name)) for name in ("right", "wrong", "missed")}
    assert counts == [f"{name}: {count}" for name, count in wanted.items()]
    finding, average = box.locator(".play-sum").all_inner_texts()
    shares = [
        float(share) for share in re.findall(r"= (\S+?)(?=[,.:] |,|\.$)", finding)
    ]
    expected = [now.precision, now.recall]
    assert shares == [
        pytest.approx(one, abs=0.005) for one in expected if one is not None
    ]
    area = average_precision(*now.curve[:2])
    assert float(average.split(": ")[1]) == pytest.approx(area, abs=0.005)
    here = box.locator(".play-curve > circle")
    assert here.is_visible() == (now.precision is not None)
    if now.precision is not None:
        place = [float(here.get_attribute(name)) for name in ("cx", "cy")]
        assert place == pytest.approx(
            [46 + 200 * now.recall, 212 - 200 * now.precision]
        )


def test_every_threshold_shows_what_utils_computes(box):
    assert_shown(box, 0.5, True)
    for least in (0, 0.15, 0.16, 0.7, 0.81, 0.95, 1):
        slide(box, least)
        assert_shown(box, least, True)
    box.get_by_role("checkbox").uncheck()
    for least in (0, 0.7, 0.9):
        slide(box, least)
        assert_shown(box, least, False)


def test_keys_slide_and_switch(box, page):
    box.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    assert box.get_by_label("Score at least 0.51").count() == 1
    page.keyboard.press("Home")
    assert_shown(box, 0, True)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert_shown(box, 0, False)


def test_the_slider_is_long_enough_for_a_finger(box, page):
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert box.get_by_role("slider").bounding_box()["width"] > 250


def test_boxes_lie_on_the_picture_where_they_belong(box):
    slide(box, 0.9)
    rows, columns = PICTURE.shape
    svg = box.locator(".play-grid svg").bounding_box()
    x1, y1, x2, y2 = FOUND[0][0]
    outlines = box.locator('.play-grid g > rect[stroke="#0072b2"]')
    assert outlines.count() == 1
    place = outlines.evaluate(
        "it => ['x', 'y', 'width', 'height'].map(a => +it.getAttribute(a))"
    )
    unit = 40  # of the drawing
    assert place == [x1 * unit, y1 * unit, (x2 - x1) * unit, (y2 - y1) * unit]
    assert svg["width"] / svg["height"] == pytest.approx(columns / rows, rel=0.01)


def test_labels_are_written_where_there_are_several(box, page, tmp_path):
    assert box.locator(".play-grid text").count() == 5  # 3 taken, 2 missed
    ones = [(*FOUND[:2], ["it"] * 6), (TRUTHS[0], ["it"] * 4)]
    path = write_page(tmp_path / "one.html", play_threshold(PICTURE, *ones))
    page.goto(path.as_uri())
    assert page.locator(".play-legend li").count() == 3
    assert page.locator(".play-grid text").count() == 0


def test_what_changed_is_said_once_it_rests(box, page):
    slide(box, 1)
    page.wait_for_timeout(500)
    said = box.get_by_role("status").inner_text()
    assert (
        said.startswith("No box has a score of at least 1.00") and "Missed: 4." in said
    )


class TestOnItsOwnPage(OnItsOwnPage):
    """It fits in every look, and its figures give way."""


@pytest.mark.parametrize("lesson", lessons_with("threshold"))
def test_its_lesson_builds_it(page, out, lesson):
    page.goto((out / lesson).as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True)
    box.wait_for()
    assert box.locator(".play-legend li").count() == 3
