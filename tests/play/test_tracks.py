"""The figure and the data of the plaything with tracks, and what it refuses."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from tests.drawing.drawn_texts import faults
from tests.one_sentence import assert_one_sentence
from utils.arrays.walkers import convoy, crossing, detections, walkers
from utils.drawing.style import use_course_style
from utils.play.tracks import play_tracks, tracked

FILMS = {"a crossing": crossing(), "a row": convoy(3, 12), "some": walkers(5, 20, 4)}
SCENES = {name: (film, detections(film, 3, 0, 0, 0.2)) for name, film in FILMS.items()}


@pytest.fixture
def drawn():
    """Draw a plaything's figure in the course's look; closed afterwards."""
    use_course_style()
    yield lambda plaything: plaything._draw()
    plt.close("all")


def test_scenes_are_stored_as_texts():
    data = play_tracks({"one": ([([4], [[1, 2, 11, 12.04]])], [[]])}).data
    assert (data["columns"], data["rows"]) == (160, 96)
    assert data["scenes"] == [
        {"name": "one", "truths": [["4 1 2 11 12"]], "found": [[]]}
    ]


@pytest.mark.parametrize("name", SCENES)
def test_the_figure_says_how_many_switches(drawn, name):
    figure = drawn(play_tracks({name: SCENES[name]}))
    _, switches = tracked(*SCENES[name])
    assert figure.get_suptitle().endswith(f"without patience: {switches[-1]}")
    assert len(figure.axes) == 3 and faults(figure) == []


def test_patience_keeps_who_is_hidden():
    scene = SCENES["a crossing"]
    assert tracked(*scene)[1][-1] > 0
    assert tracked(*scene, patience=3, velocity=True)[1][-1] == 0


def test_greedy_errs_in_a_row():
    scene = SCENES["a row"]
    assert tracked(*scene, is_greedy=True)[1][-1] > tracked(*scene)[1][-1] == 0


@pytest.mark.parametrize(
    ("truths", "found", "words"),
    [
        ([([0], [[0, 0, 1, 1]])], [], "the same number of both"),
        ([([0], [[0, 0, 1, 1]])], [np.ones((7, 4))], "at most 6 boxes"),
        ([([0, 0], [[0, 0, 1, 1]] * 2)], [[]], "no other box of the frame has"),
        ([([0], [[3, 0, 1, 1]])], [[]], "second corner"),
    ],
)
def test_what_cannot_be_shown_is_refused(truths, found, words):
    with pytest.raises(ValueError) as refused:
        play_tracks({"wrong": (truths, found)})
    assert_one_sentence(refused, words)
