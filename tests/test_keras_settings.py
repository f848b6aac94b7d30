"""Keras runs the lessons as everywhere, whatever its user has set for other work.

TensorFlow takes seconds to start, so that one Python runs all that is tested, in turn,
each time with Keras and the helpers imported anew; one that stops prints why.
"""

import json
import os
import subprocess
import sys

import nbformat
import pytest

from tools.lessons import COURSE, NOTEBOOKS, notebook_path

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
FILES = {"other": json.dumps(OTHER), "bfloat16": '{"floatx": "bfloat16"}'}
IN_TURN = """
import contextlib, io, json, os, sys, traceback

outside, said = dict(os.environ), {}
for name, (program, variables) in json.load(sys.stdin).items():
    os.environ.clear()
    os.environ.update(outside | variables)
    for module in [*sys.modules]:
        if module.partition(".")[0] in ("keras", "utils"):
            del sys.modules[module]
    with contextlib.redirect_stdout(io.StringIO()) as heard:
        try:
            exec(program, {"__name__": "__main__"})
        except Exception:
            traceback.print_exc(file=heard)
    said[name] = heard.getvalue().splitlines(), os.fstat(2).st_size
print(json.dumps(said))
"""


def lesson_6():
    """The first cells of lesson 6, and what they have made."""
    cells = nbformat.read(notebook_path("06"), as_version=4).cells
    sources = [cell.source for cell in cells if cell.id in CELLS]
    shape = "print(maps_2.shape, maps_2.dtype.name)"
    return "\n".join([*sources, SETTINGS, shape])


@pytest.fixture(scope="module")
def homes(tmp_path_factory):
    """Folders where Keras would look for its settings; "none" holds no file of them."""
    files = FILES | {"half": '{"floatx": "float16"}'}
    made = {name: tmp_path_factory.mktemp(name) for name in (*files, "none")}
    for name, text in files.items():
        (made[name] / "keras.json").write_text(text)
    return made


@pytest.fixture(scope="module")
def done(homes):
    """The lines that each program printed, and what was on stderr when it had ended."""
    start = "from utils.page.quiet import quiet_start\nwith quiet_start(): import keras"
    helper = "from utils.training import progress_line" + SETTINGS
    programs = {
        "start": (start, {}),
        "other": (lesson_6(), at(homes["other"])),
        "bfloat16": (lesson_6(), at(homes["bfloat16"])),
        "variables": (lesson_6(), at(homes["none"]) | VARIABLES),
        "helper": (helper, at(homes["other"])),
        "without helpers": (SETTINGS, at(homes["half"])),
    }
    with open(homes["none"] / "stderr", "w+", encoding="utf-8") as stderr:
        process = subprocess.run(
            [sys.executable, "-c", IN_TURN],
            input=json.dumps(programs),
            cwd=NOTEBOOKS,
            env={k: v for k, v in os.environ.items() if not k.startswith("KERAS_")},
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
        stderr.seek(0)
        assert process.returncode == 0, stderr.read()
    return json.loads(process.stdout.splitlines()[-1])


def at(home):
    return {"KERAS_HOME": str(home), "HOME": str(home), "MPLBACKEND": "Agg"}


@pytest.mark.parametrize("name", FILES)
def test_a_lesson_does_not_heed_a_file_of_settings(done, homes, name):
    said, _ = done[name]
    assert said[-3:] == [*AS_EVERYWHERE, "(1, 16, 16, 64) float32"]
    assert (homes[name] / "keras.json").read_text() == FILES[name]


def test_a_lesson_does_not_heed_variables_either(done, homes):
    said, _ = done["variables"]
    assert said[-3:] == [*AS_EVERYWHERE, "(1, 16, 16, 64) float32"]
    assert not list(homes["none"].rglob("keras.json"))


def test_a_helper_alone_has_the_settings_too(done):
    said, _ = done["helper"]
    assert said == AS_EVERYWHERE


def test_keras_alone_heeds_the_file(done):
    """Else the others would prove nothing."""
    said, _ = done["without helpers"]
    assert said[0].split()[1] == "float16"


def test_starting_keras_leaves_nothing_on_the_page(done):
    """TensorFlow's start-up log is hidden by `quiet_start`."""
    _, written = done["start"]
    assert written == 0


@pytest.mark.parametrize("own", [None, "1"])
def test_a_gpu_is_asked_for_whole_numbers_and_little_memory(own):
    """Unless its user says otherwise."""
    variables = {"NVIDIA_TF32_OVERRIDE": own, "TF_FORCE_GPU_ALLOW_GROWTH": own}
    outside = dict(os.environ)
    for name, value in variables.items():
        outside.pop(name, None)
        if value is not None:
            outside[name] = value
    program = "import utils, os; print(*(os.environ[name] for name in {!r}))"
    done = subprocess.run(
        [sys.executable, "-c", program.format([*variables])],
        cwd=COURSE,
        env=outside,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ([own, own] if own else ["0", "true"])
