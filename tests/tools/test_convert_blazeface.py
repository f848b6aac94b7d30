"""BlazeFace's stored weights are those of its file, which is read, not run."""

import hashlib
import re
import subprocess
import sys
import zipfile

import numpy as np
import pytest

from tests.models.tflite import TFLITE, tflite_tensors
from tests.one_sentence import assert_one_sentence
from tools import convert_blazeface as converter
from utils.files.datasets import DATA_FOLDER
from utils.models.blazeface import WEIGHTS_SHA256


def test_stored_weights_are_those_of_the_file(tmp_path):
    converter.convert(TFLITE, tmp_path / "fresh.npz")
    fresh = (tmp_path / "fresh.npz").read_bytes()
    assert hashlib.sha256(fresh).hexdigest() == WEIGHTS_SHA256
    assert [path.name for path in tmp_path.iterdir()] == ["fresh.npz"]


def test_a_wheel_will_do_as_well(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as wheel:
        wheel.writestr("mediapipe/other.tflite", b"another model")
        wheel.write(TFLITE, f"mediapipe/modules/face_detection/{TFLITE.name}")
    converter.convert(tmp_path / "a.whl", tmp_path / "fresh.npz")
    stored = (DATA_FOLDER / "blazeface.npz").read_bytes()
    assert (tmp_path / "fresh.npz").read_bytes() == stored


def test_its_tensors_are_those_that_the_interpreter_reads():
    ours = converter.read_tensors(TFLITE.read_bytes())
    theirs = {name: a for name, a in tflite_tensors().items() if a.dtype == np.float16}
    assert len(theirs) == 74 and set(ours) == set(theirs)
    assert sum(tensor.size for tensor in ours.values()) == 101_390
    for name, tensor in theirs.items():
        np.testing.assert_array_equal(ours[name], tensor)


def test_every_tensor_has_a_layer_of_its_own():
    weights = converter.keras_weights(converter.read_tensors(TFLITE.read_bytes()))
    assert len(weights) == 74
    assert weights["stem/kernel"].shape == (5, 5, 3, 24)
    assert weights["block2_depthwise/kernel"].shape == (3, 3, 24, 1)
    assert weights["block2_pointwise/kernel"].shape == (1, 1, 24, 28)


def test_wrong_files_are_refused_and_nothing_is_written(tmp_path):
    files = {name: tmp_path / name for name in ("missing.whl", "a.tflite", "other.whl")}
    files["a.tflite"].write_bytes(TFLITE.read_bytes()[:-1])
    with zipfile.ZipFile(files["other.whl"], "w") as wheel:
        wheel.writestr("mediapipe/other.tflite", b"another model")
    for file in files.values():
        with pytest.raises(ValueError, match=re.escape(file.name)) as e:
            converter.convert(file, tmp_path / "weights.npz")
        assert_one_sentence(e)
    assert not list(tmp_path.glob("weights*"))


def test_the_command_says_in_one_line_what_is_wrong(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "tools.convert_blazeface", tmp_path / "missing.whl"],
        capture_output=True,
        text=True,
        cwd=DATA_FOLDER.parent,
    )
    assert result.returncode == 1
    assert re.fullmatch(r".*missing.whl cannot be read .*\.\n", result.stderr)
