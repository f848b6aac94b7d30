"""A lesson's HTML page has the words of each figure, and folds what is hidden."""

import html
import re

import pytest
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

from tools.lessons import COURSE
from tools.readable_html import ReadableFigures

ALT = 'Blue bars, "a" < "b": the second is higher.'
PNG = "iVBORw0KGgo="
HIDDEN = {"jupyter": {"outputs_hidden": True}}


def page(outputs, **metadata):
    cell = new_code_cell("draw()", outputs=outputs, metadata=metadata)
    exporter = HTMLExporter(preprocessors=[ReadableFigures])
    return exporter.from_notebook_node(new_notebook(cells=[cell]))[0]


def shown(data):
    return new_output("display_data", data=data)


@pytest.mark.parametrize(
    "data",
    [{"image/png": PNG, "text/plain": "<Figure>"}, {"text/html": '<img src="a.png">'}],
)
def test_a_figure_has_its_words_and_stands_there_once(data):
    (picture,) = re.findall("<img [^>]*>", page([shown(data)], alt=ALT))
    assert ALT in html.unescape(picture)


def test_a_hidden_output_is_folded_whatever_it_is():
    outputs = [
        new_output("stream", name="stdout", text="1 < 2\n"),
        shown({"image/png": PNG}),
        shown({"text/plain": "step 2 of 2"}),
    ]
    folds = re.findall("<details>.*?</details>", page(outputs, **HIDDEN), re.DOTALL)
    assert len(folds) == 3
    for fold, content in zip(folds, ("1 &lt; 2", PNG, "step 2 of 2"), strict=True):
        assert content in fold


def test_code_that_is_folded_away_is_left_out():
    assert "draw()" not in page([], jupyter={"source_hidden": True})
    assert "draw" in page([])


def test_what_is_text_and_in_sight_stays_as_it_was():
    assert "<details" not in page([new_output("stream", name="stdout", text="1\n")])


def test_make_calls_it():
    recipe = (COURSE / "Makefile").read_text("utf-8")
    assert f"{ReadableFigures.__module__}.{ReadableFigures.__name__}" in recipe
