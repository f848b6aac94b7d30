"""What the plaything that draws digits stores, draws, asks of a kernel, and refuses."""

import keras
import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from tests.one_sentence import assert_one_sentence
from utils.drawing.style import use_course_style
from utils.models.digit_drawer import load_digit_drawer
from utils.models.digit_network import load_digit_network
from utils.play.digit_drawer import (
    REACH,
    SHEET,
    STEP,
    middles,
    play_digit_drawer,
)


@pytest.fixture(scope="module")
def networks():
    return load_digit_drawer(), load_digit_network()


@pytest.fixture(scope="module")
def plaything(networks):
    return play_digit_drawer(*networks)


def test_little_is_stored(plaything):
    assert plaything.data["sheet"] == SHEET
    assert set(plaything.data) == {"sheet", "start", "ring", "undrawn"}


@pytest.mark.parametrize("digits", [(4, 9), (0, 1)])
def test_it_begins_where_a_digit_is_read_most_surely(networks, digits):
    drawer, reader = networks
    data = play_digit_drawer(drawer, reader, *digits).data
    places = np.float32([data["start"], data["ring"]])
    probabilities = reader.predict(drawer.predict(places, verbose=0), verbose=0)
    assert probabilities.argmax(axis=1).tolist() == list(digits)
    assert np.abs(places).max() <= REACH
    np.testing.assert_allclose(places / STEP, np.round(places / STEP), atol=1e-4)
    random = np.random.default_rng(0).uniform(-REACH, REACH, (200, 2))
    elsewhere = reader.predict(drawer.predict(random, verbose=0), verbose=0)
    for digit, surest in zip(digits, probabilities, strict=True):
        assert surest[digit] > elsewhere[:, digit].max() - 0.15


def test_the_kernel_answers_with_pictures_and_probabilities(plaything, networks):
    places = [[0.5, -1.0], [2.0, 0.25]]
    message, content = plaything._answer({"question": 7, "places": places})
    assert message == {"question": 7, "count": 2, "side": 28}
    numbers = np.frombuffer(content, "<f4")
    drawn = networks[0].predict(np.float32(places), verbose=0)
    np.testing.assert_allclose(numbers[: 2 * 28 * 28], drawn.ravel(), atol=1e-6)
    read = networks[1].predict(drawn, verbose=0)
    np.testing.assert_allclose(numbers[2 * 28 * 28 :], read.ravel(), atol=1e-5)


def test_a_widget_sends_what_it_is_asked_for(plaything, monkeypatch):
    widget = plaything.widget()
    sent = []
    monkeypatch.setattr(widget, "send", lambda *what: sent.append(what))
    widget._handle_custom_msg({"question": 1, "places": [[0, 0]]}, [])
    assert sent[0][0]["question"] == 1
    assert len(sent[0][1][0]) == 4 * (28 * 28 + 10)


def test_the_sheet_begins_at_the_upper_left():
    places = middles(across=5, reach=2.5)
    assert places[[0, 1, 5, 24]].tolist() == [[-2, 2], [-1, 2], [-2, 1], [2, -2]]


def test_the_figure_shows_the_drawing_that_it_names(plaything, networks):
    figure = plaything._draw()
    sheet, drawing, bars = figure.axes
    start = plaything.data["start"]
    drawn = networks[0].predict(np.float32([start]), verbose=0)[0, ..., 0]
    np.testing.assert_allclose(drawing.images[0].get_array(), 1 - drawn, atol=1e-6)
    middle = sheet.images[0].get_array()[7 * 28 : 8 * 28, 7 * 28 : 8 * 28]
    at_zero = networks[0].predict(np.zeros((1, 2), np.float32), verbose=0)[0, ..., 0]
    np.testing.assert_allclose(middle, 1 - at_zero, atol=1e-5)
    assert bars.get_title() == "… read as 4"
    ring, dot = (line.get_xydata()[0].tolist() for line in sheet.lines)
    assert (ring, dot) == (plaything.data["ring"], start)
    plt.close(figure)


def test_texts_of_its_figure_are_large_and_apart(plaything):
    with plt.rc_context():
        use_course_style()
        figure = plaything._draw()
    assert not list(faults(figure))
    plt.close(figure)


@pytest.mark.parametrize("numbers", [3, 32])
def test_a_network_of_more_numbers_is_refused(networks, numbers):
    drawer = keras.Sequential(
        [
            keras.Input((numbers,)),
            keras.layers.Dense(28 * 28),
            keras.layers.Reshape((28, 28, 1)),
        ]
    )
    with pytest.raises(ValueError) as refused:
        play_digit_drawer(drawer, networks[1])
    assert_one_sentence(refused, f"from ({numbers},) to (28, 28, 1)")


def test_a_reader_that_does_not_read_digits_is_refused(networks):
    with pytest.raises(ValueError) as refused:
        play_digit_drawer(networks[0], networks[0])
    assert_one_sentence(refused, "reads goes from (28, 28, 1) to (10,)", "from (2,)")
