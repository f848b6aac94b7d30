"""Texts that overlap or are too small are noticed, and no others."""

import io

import matplotlib.pyplot as plt
import pytest
from matplotlib.backend_bases import FigureCanvasBase

from tests.drawing.drawn_texts import faults, texts_as_drawn, watch
from utils.drawing.style import use_course_style


@pytest.fixture(autouse=True)
def style():
    with plt.rc_context():
        use_course_style()
        yield
        plt.close("all")


def test_a_plain_figure_has_no_fault_and_only_drawn_texts_count():
    figure, ax = plt.subplots()
    ax.plot([0, 1], [0, 1], label="a line")
    ax.set(title="Up it goes", xlabel="way", xlim=(0, 1))
    ax.text(0.5, 0.5, "unseen", visible=False)
    ax.legend()
    assert faults(figure) == []
    texts = [text.get_text() for text in texts_as_drawn(figure)]
    assert {"Up it goes", "way", "a line", "0.4"} <= {*texts}
    assert "unseen" not in texts


def overlapping_labels(ax):
    ax.set_xticks([0.5, 0.51], ["five tenths", "a little more"])


def overlapping_notes(ax):
    ax.annotate("here", (0.5, 0.5))
    ax.annotate("and here", (0.5, 0.5))


def overlapping_legend(ax):
    ax.plot([0, 1], label="a line")
    legend = ax.legend(loc="upper left")
    ax.text(0, 1, "a note in the corner", va="top", size=20)
    assert legend.get_visible()


@pytest.mark.parametrize(
    "spoil", [overlapping_labels, overlapping_notes, overlapping_legend]
)
def test_overlapping_texts_are_named(spoil):
    figure, ax = plt.subplots()
    spoil(ax)
    assert any("overlap" in fault for fault in faults(figure))


def test_long_titles_side_by_side_are_named():
    figure, axes = plt.subplots(1, 2, figsize=(4, 2))
    for ax in axes:
        ax.set_title("A title much too long for its panel")
    title = "'A title much too long for its panel'"
    assert f"the texts {title} and {title} overlap" in faults(figure)


def test_small_type_is_named():
    figure, ax = plt.subplots()
    ax.text(0.5, 0.5, "hardly to be read", size=8)
    assert faults(figure) == [
        "the text 'hardly to be read' has 8 points, fewer than 11"
    ]


def test_what_is_shown_is_looked_at(monkeypatch, capsys):
    monkeypatch.setattr(FigureCanvasBase, "print_figure", FigureCanvasBase.print_figure)
    watch()
    figure, ax = plt.subplots()
    figure.savefig(io.BytesIO())
    assert capsys.readouterr().err == ""
    overlapping_notes(ax)
    picture = io.BytesIO()
    figure.savefig(picture)
    assert picture.tell() > 1000
    assert "FigureWarning: the texts 'here' and 'and here' overlap" in (
        capsys.readouterr().err
    )
