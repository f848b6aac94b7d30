"""What the plaything of lesson 9 stores, draws, and asks of a kernel."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from utils.drawing.style import use_course_style
from utils.files.digits import prepare_drawing
from utils.models.digit_network import load_digit_network
from utils.models.digit_reading import reader_of
from utils.play.draw_a_digit import EXAMPLE, SIDE, drawn, play_draw_a_digit


@pytest.fixture(scope="module")
def read():
    return reader_of(load_digit_network())


@pytest.fixture(scope="module")
def plaything(read):
    return play_draw_a_digit(read)


def test_the_kernel_answers_with_all_numbers_of_a_reading(plaything, read):
    image = prepare_drawing(drawn(EXAMPLE))
    question = {"question": 3, "image": image.ravel().tolist()}
    message, content = plaything._answer(question)
    reading = read(image)
    assert message["question"] == 3
    assert [layer["name"] for layer in message["layers"]] == list(reading.layers)
    numbers = np.frombuffer(content, "<f4")
    probabilities = numbers[-reading.heat.size - 10 : -reading.heat.size]
    np.testing.assert_array_equal(probabilities, reading.probabilities)
    np.testing.assert_array_equal(numbers[-reading.heat.size :], reading.heat.ravel())


def test_a_widget_sends_what_it_is_asked_for(plaything, monkeypatch):
    widget = plaything.widget()
    sent = []
    monkeypatch.setattr(widget, "send", lambda *what: sent.append(what))
    question = {"question": 1, "image": [0.5] * 784}
    widget._handle_custom_msg(question, [])
    assert sent[0][0]["question"] == 1 and len(sent[0][1]) == 1


def test_a_pen_leaves_round_ends_and_soft_edges():
    ink = drawn([[(50.0, 100.0), (150.0, 100.0)]], radius=10)
    assert ink.shape == (SIDE, SIDE) and ink.max() == 1 and ink.min() == 0
    assert ink[100, 40] > 0 and ink[100, 38] == 0 and ink[88, 100] == 0
    assert np.count_nonzero((ink > 0) & (ink < 1)) > 0
    dot = drawn([[(50.0, 50.0)]], radius=10)
    assert dot.sum() == pytest.approx(np.pi * 10**2, rel=0.02)


def test_texts_of_its_figure_are_large_and_apart(plaything):
    with plt.rc_context():
        use_course_style()
        figure = plaything._draw()
    assert not list(faults(figure))
    plt.close(figure)
