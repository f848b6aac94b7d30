"""Keras runs the lessons as everywhere, whatever its user has set for other work."""

import json
import os
import subprocess
import sys

import nbformat
import pytest

from tools.lessons import NOTEBOOKS, notebook_path

pytestmark = pytest.mark.long

OTHER = {
    "floatx": "float16",
    "epsilon": 0.5,
    "backend": "torch",
    "image_data_format": "channels_first",
}
VARIABLES = {
    "KERAS_BACKEND": "torch",
    "KERAS_MAX_EPOCHS": "1",
    "KERAS_MAX_STEPS_PER_EPOCH": "1",
    "KERAS_NNX_ENABLED": "true",  # needs a package that the course does not have
}
CELLS = ("settings", "picture", "conv-1", "pool-1", "conv-2")  # of lesson 6
SETTINGS = """
from keras import config
print(config.image_data_format(), config.floatx(), config.epsilon(), config.backend())
print(config.max_epochs(), config.max_steps_per_epoch())
"""
AS_EVERYWHERE = ["channels_last float32 1e-07 tensorflow", "None None"]


def last_lines(program, count, home, **variables):
    """The end of what a program prints, in a Python whose Keras would use `home`."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("KERAS_")}
    environment |= {"KERAS_HOME": str(home), "HOME": str(home), "MPLBACKEND": "Agg"}
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=NOTEBOOKS,
        env=environment | variables,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()[-count:]


def assert_lesson_6_is_as_everywhere(home, **variables):
    cells = nbformat.read(notebook_path("06"), as_version=4).cells
    sources = [cell.source for cell in cells if cell.id in CELLS]
    shape = "print(maps_2.shape, maps_2.dtype.name)"
    said = last_lines("\n".join([*sources, SETTINGS, shape]), 3, home, **variables)
    assert said == [*AS_EVERYWHERE, "(1, 16, 16, 64) float32"]


@pytest.mark.parametrize("text", [json.dumps(OTHER), '{"floatx": "bfloat16"}'])
def test_a_lesson_does_not_heed_a_file_of_settings(tmp_path, text):
    (tmp_path / "keras.json").write_text(text)
    assert_lesson_6_is_as_everywhere(tmp_path)
    assert (tmp_path / "keras.json").read_text() == text


def test_a_lesson_does_not_heed_variables_either(tmp_path):
    assert_lesson_6_is_as_everywhere(tmp_path, **VARIABLES)
    assert not list(tmp_path.rglob("keras.json"))


def test_a_helper_alone_has_the_settings_too(tmp_path):
    (tmp_path / "keras.json").write_text(json.dumps(OTHER))
    program = "from utils.training import progress_line" + SETTINGS
    assert last_lines(program, 2, tmp_path) == AS_EVERYWHERE
