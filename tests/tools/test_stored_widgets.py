"""What `make outputs` stores of a cell with buttons is its text alone."""

import json
import sys

from nbformat.v4 import new_code_cell, new_notebook, new_output

from tools import stored_widgets
from tools.stored_widgets import WIDGET_VIEW


def store(path, data):
    shown = new_output("display_data", data=data)
    cell = new_code_cell("", outputs=[shown], id="asks", metadata={"alt": "kept"})
    path.write_text(json.dumps(new_notebook(cells=[cell])), encoding="utf-8")


def test_views_are_dropped_and_the_rest_is_kept(tmp_path, monkeypatch):
    with_view, without = tmp_path / "with.ipynb", tmp_path / "without.ipynb"
    store(with_view, {"text/plain": "Réponds", WIDGET_VIEW: {"model_id": "1a2b"}})
    store(without, {"text/plain": "Réponds"})
    before = without.read_bytes()
    monkeypatch.setattr(sys, "argv", ["", str(with_view), str(without)])
    stored_widgets.main()
    assert without.read_bytes() == before
    assert json.loads(with_view.read_text("utf-8")) == json.loads(before)
