"""The data and the figure of the line across pictures, and what it refuses."""

import base64
import io

import matplotlib.pyplot as plt
import numpy as np
import pytest
from PIL import Image

from tests.drawing.drawn_texts import faults
from tests.one_sentence import assert_one_sentence
from utils.arrays.quality import psnr
from utils.drawing.style import use_course_style
from utils.play.before_after import LONGEST, play_before_after
from utils.play.widget import MOST_CHARACTERS


def scene(rows=24, columns=32, colours=()):
    """Two edges, by name: without noise, with some, and blurred, in 0..1."""
    random = np.random.default_rng(0)
    clean = np.full((rows, columns, *colours), 0.2)
    clean[rows // 3 :, columns // 4 :] = 0.8
    noisy = np.clip(clean + random.normal(0, 0.2, clean.shape), 0, 1)
    blurred = (np.roll(clean, 1, 0) + clean + np.roll(clean, 1, 1)) / 3
    return {"noisy": noisy, "blurred": blurred, "clean": clean}


SCENE = scene()
CLEAN = SCENE["clean"]
SHAPES = {"grey": (), "colour": (3,)}


@pytest.fixture
def drawn():
    """Draw a plaything's figure in the course's look; closed afterwards."""
    use_course_style()
    yield lambda plaything: plaything._draw()
    plt.close("all")


def opened(source):
    """The picture in a data: URL, in 0..1."""
    kind, code = source.split(",")
    assert kind == "data:image/png;base64"
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(code)))) / 255


@pytest.mark.parametrize("colours", SHAPES.values(), ids=SHAPES)
def test_pictures_are_stored_with_eight_bits(colours):
    pictures = scene(20, 30, colours)
    data = play_before_after(pictures).data
    assert (data["rows"], data["columns"]) == (20, 30)
    assert [entry["name"] for entry in data["pictures"]] == list(pictures)
    assert all(set(entry) == {"name", "source"} for entry in data["pictures"])
    for entry, picture in zip(data["pictures"], pictures.values(), strict=True):
        stored = opened(entry["source"])
        assert stored.shape == picture.shape
        assert np.abs(stored - picture).max() <= 0.5 / 255 + 1e-9


def test_black_and_white_are_stored_exactly():
    picture = np.array([[0, 1], [1, 0]])
    (entry, _) = play_before_after({"a": picture, "b": 1 - picture}).data["pictures"]
    assert np.array_equal(opened(entry["source"]), picture)


def test_how_near_each_is_to_a_reference():
    entries = play_before_after(SCENE, reference=CLEAN).data["pictures"]
    near = {entry["name"]: entry["psnr"] for entry in entries}
    assert near["clean"] is None
    for name in ("noisy", "blurred"):
        assert near[name] == pytest.approx(psnr(SCENE[name], CLEAN), abs=0.005)


def test_the_figure_shows_two_halves_and_their_names(drawn):
    figure = drawn(play_before_after(SCENE))
    (ax,) = figure.axes
    shown = ax.images[0].get_array()
    assert np.array_equal(shown[:, :16], SCENE["noisy"][:, :16])
    assert np.array_equal(shown[:, 16:], SCENE["blurred"][:, 16:])
    assert [line.get_xdata()[0] for line in ax.lines] == [15.5, 15.5]
    assert [text.get_text() for text in ax.texts] == ["noisy", "blurred"]
    assert figure.get_suptitle() == "Left of the line one picture, right of it another"


def test_the_figure_says_which_is_nearer(drawn):
    figure = drawn(play_before_after(SCENE, CLEAN))
    assert figure.get_suptitle() == "Nearer to the reference: blurred"
    labels = [text.get_text() for text in figure.axes[0].texts]
    for name, label in zip(SCENE, labels, strict=False):
        assert label == f"{name}\n{psnr(SCENE[name], CLEAN):.2f} dB"
    turned = dict(reversed(SCENE.items()))  # the reference is on the left
    figure = drawn(play_before_after(turned, CLEAN))
    assert figure.get_suptitle() == "Nearer to the reference: clean"
    assert figure.axes[0].texts[0].get_text() == "clean\n(reference)"
    figure = drawn(play_before_after({"one": CLEAN, "two": CLEAN}, CLEAN))
    assert figure.get_suptitle() == "Both sides are equally near to the reference"


@pytest.mark.parametrize("shape", [(24, 32), (60, 20), (20, 60), (2, 2)])
@pytest.mark.parametrize("with_reference", [False, True])
def test_its_texts_can_be_read(drawn, shape, with_reference):
    first, second, clean = scene(*shape).values()
    names = "MEDIAN OF MEDIANS 25", "a" * LONGEST
    pictures = dict(zip(names, (first, second), strict=True))
    figure = drawn(play_before_after(pictures, clean if with_reference else None))
    assert faults(figure) == []
    figure.draw_without_rendering()
    texts = [*figure.axes[0].texts, figure._suptitle]
    for place in (text.get_window_extent() for text in texts):
        assert 0 <= place.x0 and place.x1 <= figure.bbox.x1


@pytest.mark.parametrize(
    "shape", [(4, 100, 105), (3, 64, 72, 3)], ids=["grey", "colour"]
)
def test_the_most_noise_that_fits_is_taken(shape):
    noise = np.random.default_rng(0).random(shape)
    pictures = dict(zip("abcd", noise, strict=False))
    play_before_after(pictures)
    with pytest.raises(ValueError) as refused:
        play_before_after({**pictures, "one more": noise[0]})
    assert_one_sentence(refused, "characters as PNGs", "at most 58000")


def test_long_names_of_many_pictures_fit_besides():
    noise = np.random.default_rng(0).random((6, 100, 70))  # just below the limit
    pictures = {f"{n}{'ä' * (LONGEST - 1)}": one for n, one in enumerate(noise)}
    data = play_before_after(pictures, noise[0]).data
    stored = sum(len(entry["source"]) for entry in data["pictures"])
    assert 56_000 < stored < MOST_CHARACTERS


LEVELS = {"a": 255 * CLEAN, "b": CLEAN}


@pytest.mark.parametrize(
    ("pictures", "reference", "words"),
    [
        ({"a": CLEAN}, None, "two to 6 pictures with their names"),
        (dict.fromkeys("abcdefg", CLEAN), None, "not 7"),
        ([CLEAN, CLEAN], None, "not a list"),
        ({"a": CLEAN, " ": CLEAN}, None, "a name of its own"),
        ({"1": CLEAN, 1: CLEAN}, None, "a name of its own"),
        ({"a": CLEAN, "b" * 21: CLEAN}, None, "at most 20 letters"),
        ({"a": CLEAN, "b": CLEAN[1:]}, None, "not (24, 32) and (23, 32)"),
        ({"a": CLEAN, "b": CLEAN}, CLEAN.T, "the reference too"),
        (scene(colours=(3,)), CLEAN, "not (24, 32, 3) and (24, 32)"),
        ({"a": CLEAN, "b": CLEAN[..., None]}, None, "picture 'b' needs the shape"),
        ({"a": CLEAN[:1], "b": CLEAN[:1]}, None, "at least 2 × 2 pixels"),
        ({"a": 3, "b": CLEAN}, None, "picture 'a' needs the shape"),
        ({"a": "a.png", "b": CLEAN}, None, "picture 'a' is no array of numbers"),
        (LEVELS, None, "picture 'a' has values from 51 to 204, not within 0..1"),
        ({"a": CLEAN - 0.3, "b": CLEAN}, None, "values from -0.1 to 0.5"),
        ({"a": CLEAN, "b": CLEAN * np.nan}, None, "picture 'b' has values"),
        ({"a": CLEAN, "b": CLEAN}, 2 * CLEAN, "The reference has values"),
    ],
)
def test_what_cannot_be_shown_is_refused(pictures, reference, words):
    with pytest.raises(ValueError) as refused:
        play_before_after(pictures, reference)
    assert_one_sentence(refused, words)
