"""A live lesson in Chromium: opened, run from top to bottom, and asked further."""

import json
import re
import time

SECONDS = 1800  # that a lesson may take, on however busy a computer

# Runs code in the lesson's kernel; resolves to what it printed, or to its error.
ASK = """async code => {
    const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const told = [];
    const future = kernel.requestExecute({code, store_history: false});
    future.onIOPub = ({header, content}) => {
        if (header.msg_type === "stream") told.push(content.text);
        if (header.msg_type === "error") told.push(content.evalue);
    };
    await future.done;
    return told.join("");
}"""
RUN_ALL = """() => {
    window.hasRun = false;
    jupyterapp.commands.execute("notebook:run-all-cells").then(() => hasRun = true);
}"""
# Resolves when the cell has run.
SHOW = """code => {
    const lesson = jupyterapp.shell.currentWidget.content;
    lesson.activeCellIndex = lesson.widgets.findIndex(w => w.model.type === "code");
    lesson.activeCell.model.sharedModel.setSource(code);
    return jupyterapp.commands.execute("notebook:run-cell");
}"""
NOTEBOOK = "() => jupyterapp.shell.currentWidget.content.model.toJSON()"
IS_READY = """() => document.querySelector(".jp-Notebook .jp-Cell")
    && jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel"""
UPLOAD = """([path, content]) => jupyterapp.serviceManager.contents.save(
    path, {type: "file", format: "base64", content})"""


class LiveLesson:
    """A lesson that is open in a page; `seconds` to the first answer of its kernel."""

    def __init__(self, page, address, name):
        self.page = page
        start = time.monotonic()
        page.goto(f"{address}/lab/index.html?path=notebooks/{name}")
        page.wait_for_function(IS_READY, timeout=SECONDS * 1000)
        assert self.ask("print(6 * 7)") == "42\n"
        self.seconds = time.monotonic() - start

    def ask(self, code):
        """What the kernel prints of this code, or its error in a line."""
        self.page.set_default_timeout(SECONDS * 1000)
        return self.page.evaluate(ASK, code)

    def show(self, *lines):
        """Run lines of code in the first code cell, below which the output shows."""
        self.page.evaluate(SHOW, "\n".join(lines))

    def run(self):
        """Run all cells; return the code cells as stored, and the seconds it took."""
        start = time.monotonic()
        self.page.evaluate(RUN_ALL)
        self.page.wait_for_function("() => hasRun", timeout=SECONDS * 1000)
        cells = json.loads(json.dumps(self.page.evaluate(NOTEBOOK)))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        return code, time.monotonic() - start

    def upload(self, path, content):
        """Put a file among the lesson's, as by dragging it there; content: base64."""
        self.page.evaluate(UPLOAD, [path, content])


def printed(cell):
    """What a cell printed, with single spaces."""
    streams = [out for out in cell["outputs"] if out["output_type"] == "stream"]
    text = "".join("".join(stream["text"]) for stream in streams)
    return re.sub(r"\s+", " ", text).strip()


def errors(cell):
    """The errors that a cell shows, a line each."""
    found = [out for out in cell["outputs"] if out["output_type"] == "error"]
    return [f"{cell['id']}: {out['ename']}: {out['evalue']}" for out in found]
