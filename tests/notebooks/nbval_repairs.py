"""The pytest plugin that makes nbval report what a reader of a notebook would see.

nbval 0.11 runs every code cell and compares its outputs with the stored ones. Left
alone, it lets some broken cells pass, waits minutes for a kernel that is dead, and
lets one broken cell fail all that follow. tests/README.md says what is mended here.
"""

import os
import re
import subprocess
import time
from queue import Empty

import pytest
from nbval.kernel import CURRENT_ENV_KERNEL_NAME, RunningKernel, start_new_kernel
from nbval.plugin import IPyNbCell, IPyNbFile, NbCellError

from tools.lessons import COURSE, NOTEBOOKS, core_lessons

SECONDS_BETWEEN_SIGNS_OF_LIFE = 1
WARNING_OR_TRACEBACK = re.compile(r"\w+Warning: |^Traceback \(", re.MULTILINE)
DEAD_KERNEL = (
    "the kernel died while running this cell (often because the memory ran out)"
)
# What Matplotlib's animations hold that differs from run to run, as pictures may.
ANIMATION_IDS_AND_PICTURES = {
    r"(anim\w*)[0-9a-f]{32}": r"\1",
    r"data:image/png;base64,[A-Za-z0-9+/=\\\s]+": "picture",
}
# The history is kept out of the reader's own ~/.ipython.
KEEP_NO_HISTORY = "--HistoryManager.hist_file=:memory:"
# What a lesson's kernel runs first. A figure whose texts overlap or are tiny prints a
# warning, and that fails its cell.
WATCH_FIGURES = "from tests.drawing.drawn_texts import watch; watch(); del watch"
# Where the variable KEEP_FIGURES asks for it, what core lessons show is kept for their
# slides: then `make slides` need not run them again.
KEEP_FIGURES = (
    "from course_slides.in_kernel import keep_for_slides; "
    "keep_for_slides({name!r}); del keep_for_slides"
)
ANSI_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def lines_for(path):
    """The arguments that have a notebook's kernel run these lines, before its cells."""
    if path.parent != NOTEBOOKS:
        return []
    lines = [f"import sys; sys.path += {[str(COURSE), str(COURSE / 'site')]}"]
    lines.append(WATCH_FIGURES)
    name = path.name.partition("_")[0]
    if os.environ.get("KEEP_FIGURES") and name in core_lessons():
        lines.append(KEEP_FIGURES.format(name=name))
    lines.append("del sys.path[-2:], sys")
    return [f"--IPKernelApp.exec_lines={line}" for line in lines]


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    """Collect a lesson wherever nbval would collect a notebook."""
    collectors = yield
    return [
        Lesson.from_parent(parent, path=file_path) if type(one) is IPyNbFile else one
        for one in collectors
    ]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Skip what follows a cell that did not run: it could only fail for that cell."""
    if isinstance(item, LessonCell) and item.parent.broken_cell is not None:
        reason = (
            f"an earlier cell of this notebook failed (cell {item.parent.broken_cell})"
        )
        item.add_marker(pytest.mark.skip(reason=reason))


class LessonKernel(RunningKernel):
    """A kernel that runs cells as JupyterLab does and is watched while it runs them."""

    def __init__(self, path, startup_timeout):
        folder = path.parent
        # MPLBACKEND, where the shell or a test sets it, would keep figures out of
        # the page; without it the kernel chooses the inline backend.
        environment = {k: v for k, v in os.environ.items() if k != "MPLBACKEND"}
        self.km, self.kc = start_new_kernel(
            startup_timeout,
            CURRENT_ENV_KERNEL_NAME,
            cwd=str(folder),
            env=environment,
            stderr=subprocess.DEVNULL,
            extra_arguments=[KEEP_NO_HISTORY, *lines_for(path)],
        )
        self._ensure_iopub_up()

    def execute_cell_input(self, cell_input, allow_stdin=None):
        """Run a cell with history, without which `plt.plot(x);` echoes (nbval#194)."""
        return self.kc.execute(
            cell_input,
            store_history=True,
            allow_stdin=allow_stdin,
            stop_on_error=False,
        )

    def await_reply(self, msg_id, timeout):
        """Wait for the reply to `msg_id` and keep it in `self.reply`.

        Raises Empty after `timeout` seconds, as nbval expects, and RuntimeError
        within seconds of the kernel's death, where nbval waits the whole timeout.
        """
        self.reply = None
        deadline = time.monotonic() + timeout
        while self.reply is None:
            try:
                message = self.get_message("shell", SECONDS_BETWEEN_SIGNS_OF_LIFE)
            except Empty:
                if not self.is_alive():
                    raise RuntimeError(DEAD_KERNEL) from None
                if time.monotonic() > deadline:
                    raise
            else:
                if message["parent_header"].get("msg_id") == msg_id:
                    self.reply = message["content"]


class Lesson(IPyNbFile):
    """A notebook whose cells are numbered as JupyterLab numbers them, from 1."""

    broken_cell = None  # number of the cell that did not run, where there is one

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What libraries log differs between machines; warnings are looked for in
        # LessonCell, and the notebook rules keep stored outputs free of stderr.
        self.skip_compare += ("stderr",)

    def setup(self):
        startup_timeout = self.config.option.nbval_kernel_startup_timeout
        self.kernel = LessonKernel(self.path, startup_timeout)
        self.setup_sanitize_files()
        self.sanitize_patterns.update(ANIMATION_IDS_AND_PICTURES)

    def collect(self):
        for cell in super().collect():
            number = cell.cell_num + 1
            yield LessonCell.from_parent(
                self,
                name=f"Cell {number}",
                cell_num=number,
                cell=cell.cell,
                options=cell.options,
            )


class LessonCell(IPyNbCell):
    """A code cell that fails for whatever a reader would call broken."""

    def runtest(self):
        try:
            super().runtest()
        except RuntimeError as error:
            self.break_off(str(error))
        except NbCellError as error:
            self.refuse_to_go_on_after_an_obstacle(error.inner_traceback)
            raise  # the outputs differ, and the cells that follow can still run
        self.refuse_to_go_on_after_an_obstacle()
        self.refuse_warnings()

    def break_off(self, reason, traceback=None):
        """Fail this cell for `reason` and leave the following ones out."""
        self.parent.broken_cell = self.cell_num
        self.raise_cell_error(reason, traceback)

    def refuse_to_go_on_after_an_obstacle(self, traceback=None):
        """Break off where the cell did not run to its end, whatever it put out."""
        kernel = self.parent.kernel
        if kernel.reply is None:
            limit = self.config.option.nbval_cell_timeout
            self.break_off(f"the cell was not done within {limit:g} seconds", traceback)
        # IPython reports an unknown magic on stderr only, but owns up to it here.
        if kernel.reply["status"] != "ok":
            name, message = kernel.reply["ename"], kernel.reply["evalue"]
            self.break_off(f"{name}: {message}", traceback)
        if not kernel.is_alive():
            self.break_off("the kernel stopped at the end of this cell", traceback)

    def refuse_warnings(self):
        """Fail for a warning that the stored notebook, being clean, cannot have."""
        printed = "".join(
            output.text
            for output in self.test_outputs
            if output.output_type == "stream" and output.name == "stderr"
        )
        if WARNING_OR_TRACEBACK.search(printed):
            self.raise_cell_error("the cell printed a warning", printed)

    def repr_failure(self, excinfo):
        """Open with what is wrong, and without colour codes: CI logs show both raw."""
        report = ANSI_COLOUR.sub("", super().repr_failure(excinfo))
        return report.removeprefix("Notebook cell execution failed\n")
