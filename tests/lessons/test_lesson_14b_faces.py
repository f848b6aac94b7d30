"""Dive 14b with a learner's photo, and with and without the ready detector.

The cells are the notebook's own; one line is changed, as the dive says.
"""

import csv
import functools
import sys
import types

import numpy as np
import pytest
from matplotlib import pyplot as plt
from PIL import Image

from tests.lessons import lesson_code
from tools.lessons import COURSE
from utils.files import network
from utils.files.images import load_image

DIVE = "14b_faces"
CELLS = ["settings", "network", "anchors", "try-decode", "answers", "letterbox"]
CELLS += ["try-back", "find-faces"]

pytestmark = pytest.mark.long

run = functools.partial(lesson_code.run_cells, DIVE)


@pytest.fixture(scope="module")
def detector():
    """The page after its cells up to the whole detector."""
    page = lesson_code.lesson_namespace(DIVE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(COURSE / "notebooks")
        page["square"] = np.zeros((128, 128, 3), np.float32)
        run(page, *CELLS)
    return page


@pytest.fixture
def page(detector, monkeypatch):
    monkeypatch.chdir(COURSE / "notebooks")
    return dict(detector)


def test_letterboxed_or_cut_the_face_stays_where_it_is(page):
    astronaut = load_image(COURSE / "images" / "astronaut.png")
    for picture, corner in [
        (astronaut, (0, 0)),
        (astronaut[40:360], (0, 40)),
        (astronaut[:, 100:381], (100, 0)),
    ]:
        boxes, points, scores = page["find_faces"](picture)
        assert len(boxes) == 1 and scores[0] > 0.9
        middle = (boxes[0, :2] + boxes[0, 2:]) / 2 + corner
        np.testing.assert_allclose(middle, (227, 130), atol=8)
        eyes = points[0, :2] + corner
        np.testing.assert_allclose(eyes, [(205, 112), (248, 112)], atol=12)


def test_the_stone_faces_are_mount_rushmore(page):
    with (COURSE / "data" / "photos" / "attribution.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert "mountRushmore" in rows[page["RUSHMORE"]].values()


def test_a_photo_of_ones_own_by_changing_one_line(page, tmp_path, capsys):
    astronaut = Image.open(COURSE / "images" / "astronaut.png").convert("RGB")
    photo = Image.new("RGB", (900, 1400), "white")
    photo.paste(astronaut.resize((800, 800)), (50, 300))
    photo.save(tmp_path / "me.jpg")
    run(page, "own-photo", PHOTO=str(tmp_path / "me.jpg"))
    assert "faces found: 1" in capsys.readouterr().out
    assert plt.gcf().axes[0].get_title() == "your photo, as a whole"


def test_a_photo_without_a_face_is_no_error(page, tmp_path, capsys):
    Image.new("RGB", (300, 200), "white").save(tmp_path / "white.png")
    run(page, "own-photo", PHOTO=str(tmp_path / "white.png"))
    assert "faces found: 0" in capsys.readouterr().out


def test_a_bad_path_is_one_sentence(page, tmp_path):
    with pytest.raises(FileNotFoundError, match=r"me\.jpg"):
        run(page, "own-photo", PHOTO=str(tmp_path / "me.jpg"))


# --- the ready detector -------------------------------------------------------------


@pytest.fixture
def keras_hub(monkeypatch):
    """A stand-in for keras-hub 0.32, and what was asked of it."""
    asked = {}

    class ObjectDetector:
        @classmethod
        def from_preset(cls, preset):
            asked["preset"] = preset
            return cls()

        def predict(self, images, verbose):
            asked["images"] = images
            return {
                "boxes": np.array([[[10.4, 20, 400, 300.6], [0, 0, 9, 9], [-1] * 4]]),
                "labels": np.array([[1, 2, -1]]),
                "confidence": np.array([[0.9, 0.2, -1]]),
            }

    module = types.ModuleType("keras_hub")
    module.models = types.SimpleNamespace(ObjectDetector=ObjectDetector)
    names = {1: "person", 2: "bicycle"}
    module.utils = types.ModuleType("keras_hub.utils")
    module.utils.coco_id_to_name = names.__getitem__
    monkeypatch.setitem(sys.modules, "keras_hub", module)
    monkeypatch.setitem(sys.modules, "keras_hub.utils", module.utils)
    return asked


@pytest.fixture
def page_with_camera(page):
    page["camera"] = load_image(COURSE / "images" / "camera.png")
    return page


def test_with_a_network_it_says_what_it_sees(
    page_with_camera, keras_hub, monkeypatch, capsys
):
    monkeypatch.setattr(network, "_answers", lambda *_: True)
    run(page_with_camera, "ready")
    assert keras_hub["preset"] == "retinanet_resnet50_fpn_coco"
    assert keras_hub["images"].shape == (1, 800, 800, 3)
    assert 200 < keras_hub["images"].max() <= 255
    said = capsys.readouterr().out
    assert said == "person: 0.90, (20, 10) to (301, 400)\n"


def test_without_a_network_nothing_is_asked(
    page_with_camera, keras_hub, monkeypatch, capsys
):
    monkeypatch.setattr(network, "_answers", lambda *_: False)
    run(page_with_camera, "ready")
    assert keras_hub == {}
    assert capsys.readouterr().out.startswith("No keras-hub, no network, or no answer")


def test_without_keras_hub_it_says_so(page_with_camera, monkeypatch, capsys):
    monkeypatch.setattr(network, "_answers", lambda *_: True)
    monkeypatch.setitem(sys.modules, "keras_hub", None)
    run(page_with_camera, "ready")
    assert capsys.readouterr().out.startswith("No keras-hub, no network, or no answer")
