"""A line dragged across pictures, in Chromium, on a page of its own."""

from base64 import b64encode

import pytest

from tests.play.test_before_after import CLEAN, SCENE, scene
from tests.site.own_page import OnItsOwnPage, lessons_with, write_page
from tests.site.visits import STICKING_OUT
from utils.arrays.quality import psnr
from utils.play.before_after import play_before_after

TITLE = "Before and after"
ROWS, COLUMNS = CLEAN.shape
GREY = """async ([source, column, row]) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(column, row, 1, 1).data[0];
}"""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """Two of them on one page; the first is played with."""
    in_colour = play_before_after(scene(colours=(3,)))
    playthings = play_before_after(SCENE, CLEAN), in_colour
    return write_page(tmp_path_factory.mktemp("halves") / "page.html", *playthings)


def halves(box):
    return box.locator(".play-halves")


def described(name):
    near = psnr(SCENE[name], CLEAN)
    return "the same as the reference" if name == "clean" else f"PSNR {near:.2f} dB"


def assert_pictures(box, left, right):
    """The page shows these two, and says how near they are to the reference."""
    said = box.locator(".play-sum").inner_text()
    pair = f"Left of the line: {left}, {described(left)}. "
    assert said.startswith(pair + f"Right of it: {right}, {described(right)}. ")
    assert halves(box).locator("span").all_inner_texts() == [right, left]
    sources = halves(box).locator("img").evaluate_all("all => all.map(it => it.src)")
    stored = {
        entry["name"]: entry["source"]
        for entry in play_before_after(SCENE).data["pictures"]
    }
    assert sources == [stored[right], stored[left]]


def assert_line(box, column, words):
    """The line lies at this border of columns, and is told so."""
    slider = box.get_by_role("slider")
    assert slider.input_value() == str(column)
    assert slider.get_attribute("aria-valuetext") == words
    assert halves(box).get_attribute("aria-label") == f"The scene, with a line {words}"
    scene, line = halves(box).bounding_box(), box.locator(".play-line").bounding_box()
    middle = line["x"] + line["width"] / 2
    share = scene["width"] * column / COLUMNS
    assert middle == pytest.approx(scene["x"] + share, abs=1)
    left = halves(box).locator(".play-half").nth(1)
    cut = left.evaluate("it => getComputedStyle(it).clipPath")
    assert f"{100 * (1 - column / COLUMNS):g}%" in cut


def after(column, left="noisy", right="blurred"):
    return (
        f"after {column} of {COLUMNS} columns: left of it {left}, right of it {right}"
    )


def test_at_first_the_line_lies_in_the_middle_of_the_first_two(box):
    assert_pictures(box, "noisy", "blurred")
    assert_line(box, 16, after(16))
    said = box.locator(".play-sum").inner_text()
    assert said.endswith("Nearer to the reference: blurred.")


def test_keys_choose_the_pictures_and_move_the_line(box, page):
    box.get_by_label("Left of the line").focus()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("Home")
    assert_pictures(box, "clean", "noisy")
    page.keyboard.press("Tab")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    assert_line(box, 17, after(17, "clean", "noisy"))
    page.keyboard.press("Home")
    assert_line(box, 0, "at the left edge: all is noisy")
    page.keyboard.press("End")
    assert_line(box, COLUMNS, "at the right edge: all is clean")


def test_the_pointer_drags_the_line(box, page):
    place = halves(box).bounding_box()
    pixel, y = place["width"] / COLUMNS, place["y"] + place["height"] / 2
    page.mouse.move(place["x"] + 16 * pixel, y)
    page.mouse.down()
    page.mouse.move(place["x"] + 8.2 * pixel, y + 20, steps=4)
    assert_line(box, 8, after(8))
    page.mouse.move(place["x"] + 2 * place["width"], y, steps=4)
    page.mouse.up()
    assert_line(box, COLUMNS, "at the right edge: all is noisy")
    page.mouse.move(place["x"] + 3 * pixel, y)
    assert_line(box, COLUMNS, "at the right edge: all is noisy")
    page.mouse.click(place["x"] + 3 * pixel, y)
    assert_line(box, 3, after(3))


def test_a_finger_moves_it_and_the_range_is_large_enough(browser, path):
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(path.as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True).first
    place = halves(box).bounding_box()
    assert place["width"] > 240 and page.evaluate(STICKING_OUT) == []
    page.touchscreen.tap(place["x"] + place["width"] / 4, place["y"] + 10)
    assert_line(box, 8, after(8))
    touched = box.get_by_role("slider").bounding_box()
    assert touched["height"] >= 40 and touched["width"] >= place["width"]
    context.close()


def test_each_side_of_the_line_shows_its_picture(box, page):
    """Read from a screenshot, beside the names, whatever the page does to pictures."""
    frame = "padding: 40px; border: 2px solid; filter: brightness(0.8)"
    page.add_style_tag(content=f"#play-0 img {{ {frame} }}")
    place, image = halves(box).bounding_box(), halves(box).screenshot()
    source = "data:image/png;base64," + b64encode(image).decode()
    pixel = place["width"] / COLUMNS
    for column, name in ((2, "noisy"), (13, "noisy"), (19, "blurred")):
        for row in (5, 8, 15):
            where = [round((n + 0.5) * pixel) for n in (column, row)]
            shade = page.evaluate(GREY, [source, *where])
            assert shade == pytest.approx(255 * SCENE[name][row, column], abs=2)


def test_one_picture_may_be_on_both_sides(box):
    box.get_by_label("Right of the line").select_option(label="noisy")
    assert_pictures(box, "noisy", "noisy")
    said = box.locator(".play-sum").inner_text()
    assert said.endswith("Both are equally near to the reference.")


def test_without_a_reference_only_names_are_told(page, path):
    page.goto(path.as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True).nth(1)
    said = "Left of the line: noisy. Right of it: blurred."
    assert box.locator(".play-sum").inner_text() == said


def test_what_was_chosen_is_said_once_it_rests(box, page):
    box.get_by_label("Right of the line").select_option(label="clean")
    page.wait_for_timeout(500)
    said = box.get_by_role("status").inner_text()
    assert said == box.locator(".play-sum").inner_text()
    assert said.endswith("Nearer to the reference: clean.")


class TestOnItsOwnPage(OnItsOwnPage):
    """It fits in every look, and its figures give way."""


@pytest.mark.parametrize("lesson", lessons_with("before_after"))
def test_its_lesson_builds_it(page, out, lesson):
    page.goto((out / lesson).as_uri())
    box = page.get_by_role("group", name=TITLE, exact=True)
    box.wait_for()
    assert box.locator(".play-half").count() == 2
