"""What the page of the plaything digit_drawer shows, and whether it is right."""

import re

import numpy as np
import pytest

from utils.play.digit_drawer import REACH

PICTURE = """canvas => {
  const {width, height} = canvas;
  const {data} = canvas.getContext("2d").getImageData(0, 0, width, height);
  return [width, height, [...data].filter((_, n) => n % 4 === 0)];
}"""


def sheet(box):
    return box.get_by_role("application")


def slide(box, which, number):
    box.get_by_role("slider").nth(which).fill(f"{number:g}")


def words(number):
    return f"{number:g}".replace("-", "−")


def in_words(place):
    first, second = map(words, place)
    return f"first number {first}, second number {second}"


def pixels(canvas):
    width, height, values = canvas.evaluate(PICTURE)
    return np.reshape(values, (height, width))


def assert_drawn(box, networks, place):
    """The page shows what Keras draws at a place, and says what is read in it."""
    named = f"What is drawn from {in_words(place)}. The network"
    drawing = box.get_by_role("img", name=named)
    drawing.wait_for()
    drawn = networks[0].predict(np.float32([place]), verbose=0)
    np.testing.assert_allclose(pixels(drawing), 255 * (1 - drawn[0, ..., 0]), atol=1)
    shares = networks[1].predict(drawn, verbose=0)[0]
    rows = box.get_by_role("listitem").all_inner_texts()
    for row, share in zip(rows, shares, strict=True):
        shown = re.search(r"[\d.]+(?=\s%)", row)
        assert float(shown[0]) == pytest.approx(100 * share, abs=0.11)
    said = box.locator(".play-answer").inner_text()
    assert str(shares.argmax()) in said
    assert ("wavers" in said) == (shares.max() < 0.5)
    sliders = box.get_by_role("slider").all()
    values = [float(slider.input_value()) for slider in sliders]
    assert values == pytest.approx(list(place))
    texts = [slider.get_attribute("aria-valuetext") for slider in sliders]
    assert texts == [words(number) for number in place]
    assert_mark(box, 1, place)


def assert_mark(box, which, place):
    """The ring (0) or the dot (1) stands at a place of the sheet."""
    field, mark = sheet(box), sheet(box).locator("i").nth(which)
    around, at = field.bounding_box(), mark.bounding_box()
    for axis, length, number in (
        ("x", "width", place[0]),
        ("y", "height", -place[1]),
    ):
        middle = at[axis] + at[length] / 2
        wanted = around[axis] + around[length] * (1 + number / REACH) / 2
        assert middle == pytest.approx(wanted, abs=2)


def point(box, place):
    """Where on the page a place of the sheet is."""
    around = sheet(box).bounding_box()
    first, second = place
    return (
        around["x"] + around["width"] * (1 + first / REACH) / 2,
        around["y"] + around["height"] * (1 - second / REACH) / 2,
    )


def placed(box):
    return [float(slider.input_value()) for slider in box.get_by_role("slider").all()]
