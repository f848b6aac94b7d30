"""Dive 15e with a learner's photo, and with and without the ready segmenter.

The cells are the notebook's own; one line is changed, as the dive says.
"""

import functools
import sys
import types

import keras
import numpy as np
import pytest
from matplotlib import pyplot as plt
from PIL import Image

from tests.lessons import lesson_code
from tools.lessons import COURSE
from utils.exercises import lesson_15e as exercise
from utils.files import network

DIVE = "15e_a_person_cut_out"

pytestmark = pytest.mark.long

run = functools.partial(lesson_code.run_cells, DIVE)


@pytest.fixture(scope="module")
def cutter():
    """The page after its cells up to the first picture that is laid elsewhere."""
    page = lesson_code.lesson_namespace(DIVE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(COURSE / "notebooks")
        run(page, "settings", "network", "first-figure", "try-composite")
        run(page, "composite-figure")
    return page


@pytest.fixture
def page(cutter, monkeypatch):
    monkeypatch.chdir(COURSE / "notebooks")
    return dict(cutter)


def test_the_hard_swish_is_keras_own():
    x = np.linspace(-5, 5, 41, dtype=np.float32)
    ours = exercise.hard_swish.reference.value(x)
    np.testing.assert_allclose(ours, keras.activations.hard_swish(x), atol=1e-6)


def test_alpha_has_the_photos_size_and_lies_where_she_is(page):
    wide = page["astronaut"][40:360]
    alpha = page["cut_out"](wide)
    assert alpha.shape == (320, 512) and 0 <= alpha.min() < alpha.max() <= 1
    assert alpha[90, 225] > 0.9 > 0.1 > alpha[20, 360]  # her face, the wall


def test_a_photo_of_ones_own_by_changing_one_line(page, tmp_path):
    portrait = Image.open(COURSE / "images" / "astronaut.png").convert("RGB")
    portrait.resize((600, 1400)).save(tmp_path / "me.jpg")
    run(page, "own-photo", PHOTO=str(tmp_path / "me.jpg"))
    assert page["own"].shape == (1200, 514, 3)
    assert page["own_alpha"].shape == (1200, 514)
    assert plt.gcf().axes[0].get_title() == "your photo"


def test_a_photo_without_anybody_is_no_error(page, tmp_path):
    Image.new("RGB", (300, 200), "white").save(tmp_path / "white.png")
    run(page, "own-photo", PHOTO=str(tmp_path / "white.png"))
    assert page["own_alpha"].max() < 0.5


# --- the ready segmenter ------------------------------------------------------------


@pytest.fixture
def keras_hub(monkeypatch):
    """A stand-in for keras-hub 0.32, and what was asked of it."""
    asked = {}

    class ImageSegmenter:
        @classmethod
        def from_preset(cls, preset):
            asked["preset"] = preset
            return cls()

        def predict(self, inputs, verbose):
            asked["inputs"] = inputs
            masks = np.full((1, 4, 256, 256), -5.0)  # as SAM has them, before a sigmoid
            masks[0, 0, 40:80, 90:130] = 5
            return {"masks": masks, "iou_pred": np.ones((1, 4))}

    module = types.ModuleType("keras_hub")
    module.models = types.SimpleNamespace(ImageSegmenter=ImageSegmenter)
    monkeypatch.setitem(sys.modules, "keras_hub", module)
    return asked


def test_with_a_network_it_cuts_out_what_the_point_is_on(
    page, keras_hub, monkeypatch, capsys
):
    monkeypatch.setattr(network, "_answers", lambda *_: True)
    run(page, "ready")
    assert keras_hub["preset"] == "sam_base_sa1b"
    inputs = keras_hub["inputs"]
    assert inputs["images"].shape == (1, 1024, 1024, 3)
    assert 200 < inputs["images"].max() <= 256
    assert inputs["points"].shape == (1, 2, 2) and inputs["labels"].tolist() == [
        [1, -1]
    ]
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("her face: 2% of the picture, of which ")
    assert lines[1].startswith("the helmet: 2% of the picture")


def test_without_a_network_or_keras_hub_it_says_so(
    page, keras_hub, monkeypatch, capsys
):
    skipped = "No keras-hub, no network, or no answer"
    monkeypatch.setattr(network, "_answers", lambda *_: False)
    run(page, "ready")
    assert keras_hub == {} and capsys.readouterr().out.startswith(skipped)
    monkeypatch.setattr(network, "_answers", lambda *_: True)
    monkeypatch.setitem(sys.modules, "keras_hub", None)
    run(page, "ready")
    assert capsys.readouterr().out.startswith(skipped)
