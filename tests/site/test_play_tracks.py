"""Tracks in Chromium: stepped through by keys, assignment and patience, on a page."""

import pytest

from tests.play.test_tracks import SCENES
from tests.site.own_page import OnItsOwnPage, lessons_with, write_page
from utils.play.tracks import play_tracks, tracked

TITLE = "Who is who?"
NAMES = list(SCENES)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Two of them on one page; the first is played with."""
    playthings = play_tracks(SCENES), play_tracks({"a row": SCENES["a row"]})
    return write_page(tmp_path_factory.mktemp("tracks") / "page.html", *playthings)


def assert_shown(box, name, frame, **settings):
    """The page says of this frame what utils computes."""
    frames, switches = tracked(*SCENES[name], **settings)
    identities = ", ".join(map(str, sorted(frames[frame][0].tolist()))) or "none"
    said, total = box.locator(".play-sum").all_inner_texts()
    assert said.startswith(f"Frame {frame + 1} of {len(frames)}. Tracks: {identities}.")
    assert said.endswith(f"Identity switches so far: {switches[frame]}.")
    assert total == f"Switches in the whole film: {switches[-1]}"
    numbers = box.locator("svg text").all_text_contents()
    seen = sorted(int(one) for one in numbers if not one.endswith("?"))
    assert seen == sorted(frames[frame][0].tolist())


def slider(box):
    return box.get_by_role("slider")


def test_keys_step_through_the_film(box, page):
    assert_shown(box, NAMES[0], 0)
    slider(box).focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert_shown(box, NAMES[0], 3)
    page.keyboard.press("End")
    assert_shown(box, NAMES[0], 19)
    page.keyboard.press("Home")
    assert_shown(box, NAMES[0], 0)


def test_patience_and_velocity_keep_the_number(box):
    slider(box).fill("19")
    box.get_by_label("patience").check()
    assert_shown(box, NAMES[0], 19, patience=3)
    box.get_by_label("velocity").check()
    assert_shown(box, NAMES[0], 19, patience=3, velocity=True)
    box.get_by_label("patience").uncheck()
    assert_shown(box, NAMES[0], 19, velocity=True)


def test_who_is_waited_for_is_shown(box):
    box.get_by_label("patience").check()
    frames, _ = tracked(*SCENES[NAMES[0]], patience=3)
    hidden = next(n for n, (names, _) in enumerate(frames) if len(names) < 2)
    slider(box).fill(str(hidden))
    assert "Waited for: " in box.locator(".play-sum").first.inner_text()
    assert box.locator("svg text", has_text="?").count() == 1


def test_another_film_and_another_assignment(box):
    slider(box).fill("5")
    box.get_by_label("Film").select_option(label="a row")
    assert_shown(box, "a row", 0)
    slider(box).fill("11")
    box.get_by_label("Assignment").select_option("greedy")
    assert_shown(box, "a row", 11, is_greedy=True)


def test_what_changed_is_said_once_it_rests(box, page):
    slider(box).focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    said = box.get_by_role("status").inner_text()
    assert said.startswith("Frame 2 of 20. Tracks: 0, 1.")


class TestOnItsOwnPage(OnItsOwnPage):
    """It fits in every look, and its figures give way."""


@pytest.mark.parametrize("lesson", lessons_with("tracks"))
def test_its_lesson_builds_it(page, out, lesson):
    page.goto((out / lesson).as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True)
    box.wait_for()
    assert len(box.locator(".play-sum").all_inner_texts()) == 2
