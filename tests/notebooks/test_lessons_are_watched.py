"""A lesson's kernel says what is wrong with a figure; the kernel of others does not."""

import pytest

from tests.notebooks.nbval_repairs import WARNING_OR_TRACEBACK, LessonKernel
from tools.lessons import NOTEBOOKS

OVERLAPPING = """
import matplotlib.pyplot as plt
for _ in range(2):
    plt.text(0.5, 0.5, "one over the other", size=12)
plt.xticks([])
plt.yticks([])
plt.show()
"""
NAMES = "print({'sys', 'watch', 'keep_for_slides'} & {*globals()})"


def printed(kernel, code):
    """What a kernel prints on stdout and stderr while it runs a cell."""
    wanted, texts = kernel.execute_cell_input(code), {"stdout": "", "stderr": ""}
    while True:
        message = kernel.get_message("iopub", 60)
        if message["parent_header"].get("msg_id") != wanted:
            continue
        content = message["content"]
        if message["msg_type"] == "stream":
            texts[content["name"]] += content["text"]
        if content.get("execution_state") == "idle":
            return texts


@pytest.mark.long
def test_only_lessons_are_watched_and_keep_their_names_to_themselves(
    tmp_path, monkeypatch
):
    monkeypatch.delenv("KEEP_FIGURES", raising=False)  # nothing is kept of this one
    for folder, is_watched in ((NOTEBOOKS, True), (tmp_path, False)):
        kernel = LessonKernel(folder / "03_pooling.ipynb", 60)
        try:
            assert printed(kernel, NAMES)["stdout"] == "set()\n"
            warned = printed(kernel, OVERLAPPING)["stderr"]
        finally:
            kernel.stop()
        assert bool(WARNING_OR_TRACEBACK.search(warned)) == is_watched
        assert ("'one over the other' overlap" in warned) == is_watched
