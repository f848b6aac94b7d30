"""A filter slid along a recording, in Chromium, on a page of its own."""

import numpy as np
import pytest

from tests.site.own_page import OnItsOwnPage, lessons_with, write_page
from utils.arrays.sound import log_mel
from utils.files.voices import load_announcement
from utils.play.sound import FILTERS, FLOOR, answers_along, play_sound

TITLE = "A filter that listens"
SOUND = load_announcement("Italian")[4_000:14_000]
PICTURE = np.round(np.maximum(log_mel(SOUND), FLOOR))


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Two of them on one page; the first is played with."""
    playthings = [play_sound(SOUND)] * 2
    return write_page(tmp_path_factory.mktemp("sound") / "page.html", *playthings)


def assert_shown(box, name, column):
    """The page says of a filter at a place what utils computes."""
    answers, bands = answers_along(PICTURE, FILTERS[name])
    said = box.locator(".play-sum").inner_text()
    assert said.startswith(f"{column * 0.02:.2f} to {(column + 5) * 0.02:.2f} seconds")
    shown = float(said.split("answer is ")[1].split(" ")[0].replace("−", "-"))
    assert shown == pytest.approx(answers[column], abs=0.06)
    assert f"in bands {bands[column] + 1} to {bands[column] + 5}." in said
    points = box.locator(".play-answers polyline").get_attribute("points").split()
    assert len(points) == len(answers)
    heights = [float(point.split(",")[1]) for point in points]
    assert int(np.argmin(heights)) == int(answers.argmax())
    mark = box.locator(".play-answers circle")
    assert float(mark.get_attribute("cy")) == pytest.approx(heights[column])


def test_every_filter_answers_as_utils_computes(box):
    for name in FILTERS:
        box.get_by_label("Filter", exact=True).select_option(label=name)
        for column in (0, 17, PICTURE.shape[1] - 5):
            box.get_by_role("slider").fill(str(column))
            assert_shown(box, name, column)


def test_it_is_reached_and_moved_by_keys(box, page):
    box.get_by_role("button", name="Play").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    assert_shown(box, list(FILTERS)[1], 1)
    page.keyboard.press("End")
    assert_shown(box, list(FILTERS)[1], PICTURE.shape[1] - 5)
    slider = box.get_by_role("slider")
    assert (
        slider.get_attribute("aria-valuetext") in box.locator(".play-sum").inner_text()
    )


def test_the_pointer_moves_it(box, page):
    place = box.locator(".play-grid").last.bounding_box()
    column = place["width"] / PICTURE.shape[1]
    page.mouse.click(place["x"] + 20.5 * column, place["y"] + 10)
    assert_shown(box, next(iter(FILTERS)), 18)


def test_the_recording_is_played_and_stopped(box, page):
    played = page.evaluate(
        """data => new Promise(done => {
        const sound = new Audio(`data:audio/wav;base64,${data}`);
        sound.onloadedmetadata = () => done(sound.duration);
        sound.onerror = () => done(null) })""",
        play_sound(SOUND).data["sound"],
    )
    assert played == pytest.approx(len(SOUND) / 8_000, abs=0.01)
    box.get_by_role("button", name="Play").click()
    stop = box.get_by_role("button", name="Stop")
    stop.wait_for()
    stop.click()
    box.get_by_role("button", name="Play").wait_for()


def test_what_changed_is_said_once_it_rests(box, page):
    box.get_by_role("slider").fill("9")
    page.wait_for_timeout(500)
    said = box.get_by_role("status").inner_text()
    assert said == box.locator(".play-sum").inner_text()


class TestOnItsOwnPage(OnItsOwnPage):
    """It fits in every look, and its figures give way."""


@pytest.mark.parametrize("lesson", lessons_with("sound"))
def test_its_lesson_builds_it_and_can_be_heard(page, out, lesson):
    page.goto((out / lesson).as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True)
    box.wait_for()
    assert page.locator("audio[controls]").count() >= 2
    sources = page.locator("audio source, audio").evaluate_all(
        "all => all.map(it => it.getAttribute('src')).filter(Boolean)"
    )
    assert sources and all(source.startswith("data:audio/wav") for source in sources)
