"""What a lecturer does with a deck: go on, vote, speak, darken, print, play."""

import re

import pytest

from course_slides.build import SLIDES
from tests.site.decks import open_deck
from tools.lessons import notebook_path

LESSON = "03"
AT = "Reveal.getIndices().h"
KIND = "Reveal.getCurrentSlide().classList[0]"


@pytest.fixture
def deck(browser):
    """An open deck, and what was noted about it."""
    opened = []

    def open_one(name=LESSON, **how):
        path = SLIDES / f"{notebook_path(name).stem}.html"
        opened.append(open_deck(browser, path, **how))
        return opened[-1]

    yield open_one
    for page, _ in opened:
        page.context.close()


def go_to(page, kind):
    """The first slide of a kind; returns its number."""
    place = page.evaluate(
        "(kind) => Reveal.getSlides().findIndex((s) => s.classList[0] === kind)", kind
    )
    page.evaluate("(place) => Reveal.slide(place)", place)
    return place


def hands_for(page, letter):
    """Where the hands for a choice of the shown prediction are typed in."""
    return page.locator("section.present").get_by_label(f"Hands for ({letter})")


def test_keys_are_those_of_reveal(deck):
    page, _ = deck()
    for key, place in [("ArrowRight", 1), ("Space", 2), ("ArrowLeft", 1), ("End", -1)]:
        page.keyboard.press(key)
        last = page.evaluate("Reveal.getTotalSlides() - 1")
        assert page.evaluate(AT) == (place if place >= 0 else last)
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    assert page.evaluate("Reveal.isOverview()")


def test_raised_hands_are_counted_and_shown_beside_the_answer(deck):
    page, seen = deck()
    go_to(page, "predict")
    hands_for(page, "a").fill("4")
    page.keyboard.press("Enter")
    page.keyboard.type("15")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # nobody for (c); now the deck has its keys again
    page.keyboard.press("ArrowRight")
    assert page.evaluate(KIND) == "result"
    rows = page.locator("section.present .votes li")
    assert [row.split("\n")[-1] for row in rows.all_inner_texts()] == [
        "4 of 19",
        "15 of 19",
        "0 of 19",
    ]
    assert rows.nth(1).get_attribute("class") == "right"
    widths = [
        row.locator(".bar").bounding_box()["width"] / row.bounding_box()["width"]
        for row in rows.all()
    ]
    assert widths == pytest.approx([4 / 19, 15 / 19, 0], abs=0.02)
    assert seen.requests == []


def test_votes_stay_until_a_new_class_comes(deck):
    page, _ = deck()
    go_to(page, "predict")
    hands_for(page, "b").fill("7")
    page.reload()
    page.wait_for_selector("html[data-ready=yes]")
    counted = page.locator("section.result .votes.counted")
    assert counted.count() == 1
    page.keyboard.press("Home")
    page.get_by_role("button", name="A new class").click()
    assert counted.count() == 0


@pytest.mark.parametrize("typed", ["-3", "2.7", "1e9"])
def test_only_whole_hands_are_counted(deck, typed):
    page, _ = deck()
    go_to(page, "predict")
    hands_for(page, "a").fill(typed)
    hands = page.evaluate("votes[Object.keys(votes)[0]].a")
    assert hands == {"-3": 0, "2.7": 2, "1e9": 999}[typed]


def test_a_remote_control_goes_on_from_a_count(deck):
    page, _ = deck()
    place = go_to(page, "predict")
    hands_for(page, "a").focus()
    page.keyboard.press("PageDown")
    assert page.evaluate(AT) == place + 1


def test_the_speaker_sees_notes_minutes_and_what_comes_next(deck):
    page, _ = deck()
    place = go_to(page, "predict")
    with page.context.expect_page() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    notes = speaker.locator(".speaker-controls-notes .value")
    notes.get_by_text("min (").wait_for()
    frames = speaker.locator("#upcoming-slide iframe, #current-slide iframe")
    assert frames.count() == 2
    said = page.locator("section.predict aside.notes").first.text_content()
    assert notes.inner_text().split()[:3] == said.split()[:3]
    page.keyboard.press("ArrowRight")
    after = page.locator(f".slides > section:nth-child({place + 2}) aside.notes")
    first = " ".join(after.text_content().split()[:8])
    notes.get_by_text(first.split(" (")[0]).wait_for()


def test_dark_follows_the_system_and_the_button(deck):
    page, _ = deck(theme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Light or dark").click()
    assert dark == "rgb(20, 23, 27)" and page.evaluate(ground) == "rgb(255, 255, 255)"


def test_a_pdf_has_a_page_for_each_slide(deck):
    page, _ = deck(how="?print-pdf")
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert pages == page.evaluate("Reveal.getTotalSlides()")


def test_paper_is_ready_when_every_slide_has_its_page(deck):
    slow = "const now = requestAnimationFrame;"
    slow += "window.requestAnimationFrame = (f) => now(() => setTimeout(f, 300));"
    page, _ = deck(how="?print-pdf", before=slow)
    pages = page.evaluate("document.querySelectorAll('.pdf-page').length")
    assert pages == page.evaluate("Reveal.getTotalSlides()")


def test_it_plays_on_its_slide(deck):
    page, seen = deck("01")
    go_to(page, "play")
    numbers = page.locator("section.present .play input")
    numbers.first.wait_for()
    place = page.locator("section.present .play")
    before = place.inner_text()
    numbers.first.fill("5")
    numbers.first.press("Enter")
    assert place.inner_text() != before
    assert seen.errors == [] and seen.requests == []


def test_its_keys_do_not_turn_the_slide(deck):
    page, _ = deck("01")
    place = go_to(page, "play")
    grid = page.locator("section.present .play-grid").first
    grid.wait_for()
    grid.click()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(AT) == place
    page.keyboard.press("PageDown")
    assert page.evaluate(AT) == place + 1


def test_it_fits_though_its_slide_was_left_too_soon(deck):
    page, _ = deck("01")
    place = go_to(page, "play")
    page.evaluate("Reveal.next()")
    page.wait_for_timeout(1500)  # it is built meanwhile, unseen
    page.evaluate("(place) => Reveal.slide(place)", place)
    box = page.locator("section.present .play > div").bounding_box()
    assert 300 < box["height"] and box["y"] + box["height"] < 720


def test_an_animation_runs_on_its_slide(deck):
    page, _ = deck("01")
    place = page.evaluate(
        "Reveal.getSlides().findIndex((s) => s.querySelector('.animation img'))"
    )
    page.evaluate(f"Reveal.slide({place})")
    picture = page.locator("section.present .animation img").first
    first = picture.get_attribute("src")
    page.locator("section.present .anim-buttons button[title='Next frame']").click()
    assert picture.get_attribute("src") != first
