"""What needs TensorFlow is skipped in a browser's kernel, and the lesson goes on."""

import subprocess
import sys

import pytest

from utils.page.in_browser import SENTENCE, NeedsTensorFlow, StandIn

# A kernel as a browser has it: cells run one after another, errors counted.
KERNEL = """
import sys
from IPython.core.interactiveshell import InteractiveShell
sys.platform = "emscripten"
shell = InteractiveShell.instance()
shell.set_custom_exc((ZeroDivisionError,), lambda *_, tb_offset=None: print("divided"))
for cell in {cells}:
    shell.run_cell(cell, store_history=True)
    print("--")
print("tensorflow" in sys.modules or "keras" in sys.modules)
"""
START = """
from utils.page.quiet import quiet_start
with quiet_start():
    import keras
    import tensorflow as tf
"""


def shown_by(*cells):
    """What each cell prints in a browser's kernel, and whether TensorFlow is there."""
    program = KERNEL.format(cells=cells)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return [text.strip() for text in done.stdout.split("--\n")]


def test_cells_that_need_tensorflow_are_skipped_and_others_run():
    assert shown_by(
        START,
        "a = 1\nb = tf.nn.relu(-1.0)\nfor c, d in [(1, 2)]: pass",
        "print(a + 1)",
        "print(b + 1)",
        "e = [d]\nprint(c + 1)",
        "def layer():\n    return keras.layers.ReLU()\nprint('defined')",
        "layer()",
        "1 / 0",
        START,
        "b",
    ) == [
        "",
        SENTENCE,
        "2",
        SENTENCE,
        SENTENCE,
        "defined",
        SENTENCE,
        "divided",
        "",
        f"Out[10]: {SENTENCE}",
        "False",
    ]


def test_what_a_name_was_before_stays():
    cells = START, "x = 5", "y = tf.zeros(1)\nx = y", "print(x)"
    assert shown_by(*cells)[3] == "5"


@pytest.mark.parametrize(
    "use",
    [
        lambda it: it.shape,
        lambda it: it[0],
        lambda it: it + 1,
        lambda it: 1 - it,
        lambda it: it == 1,
        lambda it: float(it),
        lambda it: f"{it:.2f}",
        lambda it: list(it),
        lambda it: it(1),
        lambda it: bool(it),
    ],
)
def test_every_use_of_a_stand_in_is_refused(use):
    with pytest.raises(NeedsTensorFlow, match="does not run in a browser"):
        use(StandIn())


def test_numpy_takes_no_stand_in_for_an_array():
    import numpy as np

    for use in (np.asarray, np.mean, lambda it: np.ones(2) + it, np.abs):
        with pytest.raises(NeedsTensorFlow):
            use(StandIn())
