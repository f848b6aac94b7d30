"""The stored pictures of woodland are half the package's, and nothing else passes."""

import hashlib
import io

import numpy as np
import pytest
from PIL import Image

from tests.one_sentence import assert_one_sentence
from tests.tools.packages import as_zip
from tools import convert_crowns as converter

XML = """<annotation>{}</annotation>"""
OBJECT = """<object><name>Tree</name><bndbox><xmin>{}</xmin><ymin>{}</ymin>
<xmax>{}</xmax><ymax>{}</ymax></bndbox></object>"""
BOXES = [[1, 2, 4, 7], [3, 1, 6, 5]]


@pytest.fixture
def files(monkeypatch):
    """Small files that pass for the package's, {name in the package: bytes}."""
    rng = np.random.default_rng(0)
    made, sources = {}, {}
    for place, (name, _, _) in converter.SOURCES.items():
        png = io.BytesIO()
        Image.fromarray(rng.integers(256, size=(7, 6, 3), dtype=np.uint8)).save(
            png, "PNG"
        )
        xml = XML.format("".join(OBJECT.format(*box) for box in BOXES)).encode()
        made |= {f"{name}.png": png.getvalue(), f"{name}.xml": xml}
        checks = (hashlib.sha256(made[f"{name}.{end}"]) for end in ("png", "xml"))
        sources[place] = (name, *(check.hexdigest() for check in checks))
    monkeypatch.setattr(converter, "SOURCES", sources)
    return made


def in_package(files):
    """The same files under the names that they have in the package."""
    return {f"deepforest/data/{name}": content for name, content in files.items()}


def test_pictures_and_boxes_are_half_as_large(tmp_path, files):
    wheel = as_zip(tmp_path / "deepforest.whl", in_package(files))
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    for target in (first, second):
        converter.convert(wheel, target)
    assert first.read_bytes() == second.read_bytes()
    with np.load(first, allow_pickle=False) as stored:
        assert len(stored) == 2 * len(converter.SOURCES)
        whole = np.asarray(Image.open(io.BytesIO(files["OSBS_029.png"])), dtype=float)
        expected = whole[:6].reshape(3, 2, 3, 2, 3).mean(axis=(1, 3))
        assert stored["OSBS_picture"].dtype == np.uint8
        assert np.abs(stored["OSBS_picture"] - expected).max() <= 0.5
        assert np.array_equal(stored["SOAP_boxes"], np.array(BOXES) / 2)


def test_another_file_is_refused_in_one_sentence(tmp_path, files):
    files["SOAP_061.xml"] += b" "
    wheel = as_zip(tmp_path / "deepforest.whl", in_package(files))
    with pytest.raises(ValueError) as caught:
        converter.convert(wheel, tmp_path / "never.npz")
    assert_one_sentence(caught, "deepforest 2.1.0")
    assert not (tmp_path / "never.npz").exists()
