"""What a reader does: search, darken, print, copy, come by keyboard or by phone."""

import itertools

import pytest

from tests.site.visits import visit as visit_once

LESSON = "notebooks/03_pooling.html"
SOME = ["index.html", LESSON, "notebooks/07_how_a_cnn_learns.html", "search.html"]
SOME += ["CONTRIBUTING.html"]


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize(("width", "theme"), [(1280, "dark"), (390, "light")])
def test_axe_finds_nothing_serious_in_the_dark_and_on_a_phone(
    browser, out, name, width, theme
):
    seen = visit_once(browser, out / name, width, theme)
    assert seen.faults == [] and seen.errors == []


def test_a_word_is_found(page, out):
    page.goto((out / LESSON).as_uri())
    page.keyboard.press("Control+k")
    page.locator("#pst-search-dialog input").fill("dilation")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=dilation")
    found = page.locator("#search-results li a")
    # results are listed one after another
    page.locator(
        "#search-results li a[href*='06b_kinds_of_convolution']"
    ).first.wait_for()
    with page.expect_navigation():
        found.first.click()
    assert "dilat" in page.locator("article").inner_text().lower()


def test_the_page_says_when_nothing_is_found(page, out):
    page.goto((out / "search.html").as_uri() + "?q=zeppelin")
    page.get_by_text("did not match any documents").wait_for()


def test_light_and_dark_follow_the_system_and_the_button(browser, out):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((out / LESSON).as_uri())
    theme = "document.documentElement.dataset.theme"
    assert page.evaluate(theme) == "dark"
    page.get_by_role("button", name="Color mode").click()
    page.get_by_role("button", name="Light", exact=True).click()
    assert page.evaluate("document.documentElement.dataset.mode") == "light"
    assert page.evaluate(theme) == "light"
    context.close()


def test_the_keyboard_jumps_to_the_lesson(page, out):
    page.goto((out / LESSON).as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main-content"


def test_folds_open_by_keyboard_and_hold_what_is_hidden(page, out):
    page.goto((out / LESSON).as_uri())
    answer = page.locator("details", has=page.get_by_text("The answer", exact=True))
    text = answer.first.locator("p").first
    assert not text.is_visible()
    answer.first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert text.is_visible() and "answer is" in text.inner_text()
    output = page.locator("details.fold", has_text="The output").first
    assert not output.locator(".cell_output").is_visible()
    output.locator("summary").click()
    assert output.locator(".cell_output").is_visible()


def test_code_is_copied(browser, out):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((out / LESSON).as_uri())
    cell = page.locator(".cell_input").first
    cell.hover()
    cell.locator(".copybtn").click()
    page.wait_for_timeout(300)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == cell.locator("pre").inner_text().strip()
    context.close()


def test_on_paper_stands_the_lesson_alone(page, out):
    page.goto((out / LESSON).as_uri())
    page.emulate_media(media="print")
    for part in (".bd-sidebar-primary", ".bd-header-article", ".prev-next-footer"):
        assert not page.locator(part).first.is_visible()
    assert page.locator("h1:visible").all_inner_texts() == ["3 · Pooling"]
    answers = page.locator("details:not(.fold)")
    assert not answers.first.locator("p").first.is_visible()


def test_headings_are_in_order(page, out):
    for name in set(SOME) - {"search.html"}:
        page.goto((out / name).as_uri())
        levels = page.evaluate(
            "[...document.querySelectorAll('article :is(h1,h2,h3,h4)')]"
            ".map(h => +h.tagName[1])"
        )
        steps = [after - before for before, after in itertools.pairwise(levels)]
        assert levels.count(1) == 1 and all(step <= 1 for step in steps), name
