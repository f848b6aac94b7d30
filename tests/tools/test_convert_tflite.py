"""Stored weights are those of their .tflite files, which are read, not run."""

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import numpy as np
import pytest

from tests.models.tflite import FACES, SELFIE, tflite_tensors
from tests.one_sentence import assert_one_sentence
from tools import convert_blazeface, convert_selfie
from tools.tflite_format import read_tensors
from utils.files.datasets import DATA_FOLDER
from utils.models import blazeface, selfie


class Conversion(NamedTuple):
    """A converter, the file that it reads, and what is to come out."""

    converter: ModuleType
    tflite: Path
    sha256: str
    tensors: int
    numbers: int
    shapes: dict


FACE_SHAPES = {
    "stem/kernel": (5, 5, 3, 24),
    "block2_depthwise/kernel": (3, 3, 24, 1),
    "block2_pointwise/kernel": (1, 1, 24, 28),
}
SELFIE_SHAPES = {
    "stem/kernel": (3, 3, 3, 16),
    "block4_depthwise/kernel": (5, 5, 96, 1),
    "block4_squeeze/bias": (24,),
    "join32_coarse/kernel": (1, 1, 128, 24),
    "answer/kernel": (2, 2, 1, 16),
}
CONVERSIONS = {
    "blazeface": Conversion(
        convert_blazeface, FACES, blazeface.WEIGHTS_SHA256, 74, 101_390, FACE_SHAPES
    ),
    "selfie": Conversion(
        convert_selfie, SELFIE, selfie.WEIGHTS_SHA256, 110, 106_401, SELFIE_SHAPES
    ),
}
each = pytest.mark.parametrize("name", CONVERSIONS)


@each
def test_stored_weights_are_those_of_the_file(name, tmp_path):
    made = CONVERSIONS[name]
    made.converter.convert(made.tflite, tmp_path / "fresh.npz")
    fresh = (tmp_path / "fresh.npz").read_bytes()
    assert hashlib.sha256(fresh).hexdigest() == made.sha256
    assert [path.name for path in tmp_path.iterdir()] == ["fresh.npz"]


@each
def test_a_wheel_will_do_as_well(name, tmp_path):
    made = CONVERSIONS[name]
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as wheel:
        wheel.writestr("mediapipe/other.tflite", b"another model")
        wheel.write(made.tflite, f"mediapipe/modules/some/{made.tflite.name}")
    made.converter.convert(tmp_path / "a.whl", tmp_path / "fresh.npz")
    stored = (DATA_FOLDER / f"{name}.npz").read_bytes()
    assert (tmp_path / "fresh.npz").read_bytes() == stored


@each
def test_its_tensors_are_those_that_the_interpreter_reads(name):
    made = CONVERSIONS[name]
    ours, theirs = read_tensors(made.tflite.read_bytes()), tflite_tensors(made.tflite)
    assert len(theirs) == made.tensors and set(ours) == set(theirs)
    assert sum(tensor.size for tensor in ours.values()) == made.numbers
    for tensor, numbers in theirs.items():
        np.testing.assert_array_equal(ours[tensor], numbers)


@each
def test_every_tensor_has_a_layer_of_its_own(name):
    made = CONVERSIONS[name]
    with np.load(DATA_FOLDER / f"{name}.npz") as weights:
        assert len(weights.files) == made.tensors
        for place, shape in made.shapes.items():
            assert weights[place].shape == shape


@each
def test_wrong_files_are_refused_and_nothing_is_written(name, tmp_path):
    made = CONVERSIONS[name]
    files = {name: tmp_path / name for name in ("missing.whl", "a.tflite", "other.whl")}
    files["a.tflite"].write_bytes(made.tflite.read_bytes()[:-1])
    with zipfile.ZipFile(files["other.whl"], "w") as wheel:
        wheel.writestr("mediapipe/other.tflite", b"another model")
    for file in files.values():
        with pytest.raises(ValueError, match=re.escape(file.name)) as e:
            made.converter.convert(file, tmp_path / "weights.npz")
        assert_one_sentence(e)
    assert not list(tmp_path.glob("weights*"))


@each
def test_the_command_says_in_one_line_what_is_wrong(name, tmp_path):
    command = CONVERSIONS[name].converter.__name__
    result = subprocess.run(
        [sys.executable, "-m", command, tmp_path / "missing.whl"],
        capture_output=True,
        text=True,
        cwd=DATA_FOLDER.parent,
    )
    assert result.returncode == 1
    assert re.fullmatch(r".*missing.whl cannot be read .*\.\n", result.stderr)
