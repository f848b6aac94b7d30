"""The plaything that listens: its data, its filters, its figure, what it refuses."""

import base64
import io
import wave

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from tests.one_sentence import assert_one_sentence
from utils.arrays.sound import RATE, log_mel
from utils.drawing.style import use_course_style
from utils.play.sound import FILTERS, FLOOR, answers_along, as_wav, play_sound


def glide(start, end, seconds=1.0):
    """A tone that glides from one frequency to another, in Hz."""
    time = np.arange(int(seconds * RATE)) / RATE
    return 0.5 * np.sin(2 * np.pi * (start + (end - start) * time / seconds / 2) * time)


def test_data_are_the_picture_and_the_sound():
    sound = glide(500, 1_500)
    data = play_sound(sound).data
    picture = np.array([row.split() for row in data["picture"]], dtype=float)
    assert np.abs(picture - np.maximum(log_mel(sound), FLOOR)).max() <= 0.5
    with wave.open(io.BytesIO(base64.b64decode(data["sound"]))) as file:
        assert file.getframerate() == RATE and file.getsampwidth() == 1
        heard = np.frombuffer(file.readframes(file.getnframes()), np.uint8)
    assert np.abs((heard - 128.0) / 127 - sound).max() < 0.005
    assert data["step"] == 0.02


def test_loud_sounds_are_not_turned_over():
    samples = np.frombuffer(as_wav(np.array([-1.0, 0, 1, 1.01])), np.uint8)[-4:]
    assert samples.tolist() == [1, 128, 255, 255]


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_answers_in_decibels_whatever_the_volume(name):
    weights = FILTERS[name]
    assert weights.sum() == pytest.approx(0)
    assert np.maximum(weights, 0).sum() == pytest.approx(1)
    picture = np.random.default_rng(0).uniform(-60, 0, (32, 40))
    quieter, _ = answers_along(picture - 20, weights)
    assert np.allclose(quieter, answers_along(picture, weights)[0])


def test_each_filter_answers_most_to_what_it_is_called_after():
    silence = 1e-4 * np.random.default_rng(0).normal(size=RATE // 2)
    begins = np.concatenate([silence, glide(900, 900, 0.5)])
    sounds = {
        "steady tone": glide(900, 900),
        "rising tone": glide(600, 3_600),
        "falling tone": glide(3_600, 600),
    }
    pictures = {
        name: np.maximum(log_mel(sound), FLOOR) for name, sound in sounds.items()
    }
    for name, picture in pictures.items():
        answers = {
            other: np.median(answers_along(picture, FILTERS[other])[0])
            for other in sounds
        }
        assert max(answers, key=answers.get) == name
    onset = answers_along(log_mel(begins), FILTERS["onset: quiet, then loud"])[0]
    assert abs(onset.argmax() + 2 - 24) <= 2  # half a second are 25 pieces


def test_the_answers_are_largest_where_they_say():
    picture = np.zeros((8, 9))
    picture[3:5, 4:6] = 1
    answers, bands = answers_along(picture, np.ones((2, 2)))
    assert answers.shape == (8,) and answers.argmax() == 4 and bands[4] == 3


def test_its_figure_has_readable_texts():
    use_course_style()
    figure = play_sound(glide(500, 1_500))._draw()
    assert faults(figure) == []
    plt.close(figure)


def test_a_long_recording_is_refused():
    with pytest.raises(ValueError) as caught:
        play_sound(np.zeros(2 * RATE))
    assert_one_sentence(caught, "2.0 seconds", "at most 1.5")
