"""Lesson 13 with a learner's folder, and its dive with and without a network.

The cells are the notebook's own: one line is changed, as the lesson says. Only photos
are smaller than there, and networks run uncompiled: compiling takes longer than so few
photos, and the notebook of the lesson, which is a test too, runs its cells compiled.
"""

import contextlib
import functools
import io
import json
import os
import re

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import pytest
from matplotlib import pyplot as plt
from PIL import Image

from tests.lessons import lesson_code
from utils.files import network
from utils.models.empty_networks import without_numbers

LESSON, DIVE = "13_transfer_learning", "13b_how_many_photos"
FORMATS = ("jpg", "png", "webp")
SIDE = 64

pytestmark = pytest.mark.long


run = functools.partial(lesson_code.run_cells, LESSON)
run_dive = functools.partial(lesson_code.run_cells, DIVE)


@pytest.fixture(scope="module")
def definitions(uncompiled_throughout):
    """What the lesson imports and defines, and its pretrained network."""
    page = lesson_code.lesson_namespace(LESSON)
    page["SIZE"] = SIDE
    page["base"] = page["load_pretrained"](include_top=False, input_size=SIDE)
    return page


@pytest.fixture
def page(definitions):
    """A fresh page."""
    return dict(definitions)


def drawing(kind, number, size=(90, 70)):
    """A disc or stripes, no two alike, as a Pillow picture."""
    rng = np.random.default_rng(number)
    rows, columns = np.indices(size[::-1])
    if kind == "stripes":
        inside = (columns + rng.integers(9)) // rng.integers(4, 7) % 2
    else:
        inside = np.hypot(rows - 35, columns - 45) < rng.integers(18, 28)
    image = rng.integers(0, 60, (*size[::-1], 3)) + 160 * inside[..., np.newaxis]
    return Image.fromarray(image.astype(np.uint8))


def fill(folder):
    """Six discs and seven stripes in three formats, one file that is broken."""
    for kind, count in [("stripes", 7), ("discs", 6)]:
        (folder / kind).mkdir(parents=True)
        for number in range(count):
            file = folder / kind / f"{number}.{FORMATS[number % 3]}"
            drawing(kind, number).save(file)
    (folder / "discs" / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")


@pytest.fixture(scope="module")
def own(definitions, tmp_path_factory):
    """A page after its cells up to the new picture, their prints, and their folder."""
    place, page, printed = tmp_path_factory.mktemp("own"), dict(definitions), {}
    fill(place / "my_drawings")

    def run_and_listen(*ids, **changed):
        with contextlib.redirect_stdout(io.StringIO()) as heard:
            run(page, *ids, **changed)
        printed[ids[-1]] = heard.getvalue()

    with contextlib.chdir(place):
        run_and_listen("own-folder", FOLDER=str(place / "my_drawings"))
        run_and_listen("own-hardest")
        run_and_listen("own-save")
        drawing("discs", 99).save("new.png")
        run_and_listen("own-new", PICTURE="new.png")
    return page, printed, place


def test_own_classes_by_changing_one_line(own):
    page, printed, place = own
    assert page["own_names"] == ["discs", "stripes"]
    assert page["own_labels"].tolist() == [0] * 6 + [1] * 7
    assert page["own_photos"].shape[1:] == (SIDE, SIDE, 3)
    assert "Skipped: 'discs/broken.jpg' is " in printed["own-folder"]

    judged = printed["own-folder"]
    assert re.search(r"(11|12|13) of 13 held-out photos right", judged)
    assert "answering always 'stripes': 53.8%" in judged
    for kind, count in [("discs", 6), ("stripes", 7)]:
        assert re.search(rf"'{kind}': {count} photos, \d+% of them right", judged)
    assert re.search(r"95 % interval: [67]\d\.\d% to (9\d\.\d|100\.0)%", judged)

    names = place / "saved" / "my_classes.json"
    assert json.loads(names.read_text(encoding="utf-8")) == ["discs", "stripes"]

    run(page, "own-new-holds")
    assert page["my_names"][page["answer"]] == "discs"
    assert plt.gcf().axes[0].get_title().startswith("discs: ")


def test_the_saved_network_needs_nothing_of_the_lesson(own):
    page, _, _ = own  # where Keras alone has loaded it
    answers = page["my_network"](page["own_photos"]).numpy().argmax(axis=1)
    np.testing.assert_array_equal(answers, page["own_labels"])


def test_a_bad_folder_is_one_sentence(page, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="has no sub-folders"):
        run(page, "own-folder", FOLDER=str(tmp_path / "empty"))


# --- the online variant -------------------------------------------------------------


@pytest.fixture
def online_page(definitions, monkeypatch):
    """A page with twenty small photos of four classes, and weights that do not load."""
    page = lesson_code.lesson_namespace(DIVE)
    page["SIZE"], page["base"] = SIDE, definitions["base"]
    rng = np.random.default_rng(0)
    page["photos"] = rng.random((20, page["SIZE"], page["SIZE"], 3), np.float32)
    page["labels"] = np.repeat(np.arange(4), 5)
    download = keras.applications.MobileNetV2

    def without_download(*arguments, weights, **options):
        page.setdefault("asked_for", []).append(weights)
        with without_numbers() if weights is None else contextlib.nullcontext():
            return download(*arguments, weights=None, **options)

    monkeypatch.setattr(keras.applications, "MobileNetV2", without_download)
    return page


@pytest.fixture
def hasty(monkeypatch):
    """Networks learn for one epoch: of noise there is no more to learn."""
    fit = keras.Model.fit

    def fit_once(model, *data, epochs, **options):
        return fit(model, *data, epochs=1, **options)

    monkeypatch.setattr(keras.Model, "fit", fit_once)


@pytest.mark.usefixtures("hasty")
def test_with_a_network_the_same_steps_run(online_page, monkeypatch, capsys):
    monkeypatch.setattr(network, "_answers", lambda *_: True)
    run_dive(online_page, "online-mobilenet", "online-try")
    assert online_page["asked_for"] == [None, "imagenet"]
    assert online_page["online_answers"].shape == (20,)
    assert "of the held-out course photos right" in capsys.readouterr().out


def test_without_a_network_it_says_so(online_page, monkeypatch, capsys):
    monkeypatch.setattr(network, "_answers", lambda *_: False)
    run_dive(online_page, "online-mobilenet", "online-try")
    assert online_page["asked_for"] == [None], "nothing was downloaded"
    assert capsys.readouterr().out.startswith("No network, or no answer: skipped.")


def test_a_download_that_fails_is_no_error(online_page, monkeypatch, capsys):
    def broken(**_):
        raise Exception("URL fetch failure")

    monkeypatch.setattr(network, "_answers", lambda *_: True)
    run_dive(online_page, "online-mobilenet")
    monkeypatch.setattr(keras.applications, "MobileNetV2", broken)
    run_dive(online_page, "online-try")
    assert capsys.readouterr().out.startswith("No network, or no answer: skipped.")
