"""The three forms of a plaything, and the one text that a page and a notebook run."""

import base64
import re

import matplotlib.pyplot as plt
import pytest

from tools.stored_widgets import WIDGET_VIEW
from utils.play import widget
from utils.play.widget import PLAY, Plaything, module_text

INSIDE = re.compile(r'"data:text/javascript;base64,([^"]+)"')
NAMES = sorted(file.stem for file in widget.MODULES.glob("*.js"))


def draw():
    return plt.subplots()[0]


def a_plaything(data=None):
    return Plaything("sliding_window", data or {"a": 1}, draw, "One line.")


def texts_in(text):
    """A module's text, and those of all modules inside it."""
    inside = [base64.b64decode(code).decode() for code in INSIDE.findall(text)]
    return [text, *(one for found in inside for one in texts_in(found))]


@pytest.fixture
def modules(monkeypatch, tmp_path):
    """A folder in place of utils/play; its files are written by name = text."""
    folder = tmp_path / "play"
    monkeypatch.setattr(widget, "MODULES", folder)

    def write(**texts):
        (folder / "shared").mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.js").write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize("name", NAMES)
def test_a_module_is_one_text_that_imports_no_file(name):
    for text in texts_in(module_text(name)):
        assert not re.search(r'(from|import)\s*\(?\s*["\'][^d]', text)
        assert "http:" not in text.replace("http://www.w3.org/2000/svg", "")
        assert "https:" not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_module_keeps_to_what_page_and_notebook_call(name):
    text = (widget.MODULES / f"{name}.js").read_text("utf-8")
    assert "export function mount(" in text or "export async function mount(" in text
    assert "export default" in text and "render(" in text


def test_imports_of_imports_are_inside_too(modules):
    modules(top='import { b } from "./middle.js";\nimport "./end.js";')
    modules(middle='export * from "./end.js";', end="export const b = 'ä';")
    texts = texts_in(module_text("top"))
    assert [text.count("export") for text in texts] == [0, 1, 1, 1]
    assert texts[-1] == "export const b = 'ä';"


def test_an_import_that_leads_nowhere_is_named(modules):
    modules(top='import "./gone.js";', round='import "./trip.js";')
    modules(trip='import "./round.js";', out='import "../secret.js";')
    with pytest.raises(ValueError, match=r"no gone\.js, which top\.js imports"):
        module_text("top")
    with pytest.raises(ValueError, match=r"no none\.js\."):
        module_text("none")
    with pytest.raises(ValueError, match="imports itself"):
        module_text("round")
    with pytest.raises(ValueError, match=r"from outside utils/play\."):
        module_text("out")


def test_without_a_kernel_the_figure_and_the_data_remain():
    forms = a_plaything()._repr_mimebundle_()
    assert set(forms) == {"text/plain", "image/png", PLAY}
    assert forms["text/plain"] == "One line."
    assert base64.b64decode(forms["image/png"]).startswith(b"\x89PNG")
    assert forms[PLAY] == {"widget": "sliding_window", "data": {"a": 1}}
    assert plt.get_fignums() == []  # or the notebook would show it once more


def test_a_kernel_gets_the_widget_besides(monkeypatch):
    monkeypatch.setattr(widget, "can_click", lambda: True)
    forms = a_plaything()._repr_mimebundle_()
    assert set(forms) == {"text/plain", "image/png", PLAY, WIDGET_VIEW}
    assert forms["text/plain"] == "One line."
    shown = a_plaything().widget()
    assert shown.data == {"a": 1} and "export function mount(" in shown._esm


def test_without_anywidget_the_figure_is_shown(monkeypatch):
    monkeypatch.setattr(widget, "can_click", lambda: True)
    monkeypatch.setattr(widget, "find_spec", lambda name: None)
    assert WIDGET_VIEW not in a_plaything()._repr_mimebundle_()


def test_data_that_would_swell_the_notebook_are_refused():
    with pytest.raises(ValueError, match="at most 60000"):
        a_plaything({"a": [0.12345] * 10_000})
