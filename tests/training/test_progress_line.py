"""The progress line over a tiny training run, on a notebook's page and outside one."""

import re
from types import SimpleNamespace

import keras
import numpy as np
import pytest

from utils.page import updating_line
from utils.training import progress_line
from utils.training.progress_line import ProgressLine


class Page:
    """Stands in for a notebook's page: keeps every state of every display on it."""

    def __init__(self):
        self.displays = []

    def display(self, thing, display_id):
        assert display_id is True, "only a display with an id can be updated"
        self.displays.append([repr(thing)])
        return self

    def update(self, thing):
        self.displays[-1].append(repr(thing))


@pytest.fixture
def page(monkeypatch):
    page = Page()
    monkeypatch.setattr(updating_line, "display", page.display)
    return page


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A clock that stands still until a test moves it."""
    clock = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(
        progress_line, "time", SimpleNamespace(monotonic=lambda: clock.now)
    )
    return clock


@pytest.fixture(scope="module")
def model():
    """A model that answers 0 and, at learning rate 0, keeps to it."""
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(learning_rate=0.0)
    model.compile(optimizer, loss="mse", metrics=["mean_absolute_error"])
    return model


def fit(model, progress_line, epochs=2):
    x, y = np.zeros((8, 3), "float32"), np.full((8, 1), 0.5, "float32")
    model.fit(
        x,
        y,
        batch_size=2,
        epochs=epochs,
        validation_data=(x, y),
        callbacks=[progress_line],
        verbose=0,
    )


def test_ends_with_epoch_time_and_figures(page, model):
    fit(model, ProgressLine())
    assert page.displays[-1][-1] == (
        "epoch 2/2 done · 0 s · loss 0.2500 · mean absolute error 0.5000"
        " · val loss 0.2500 · val mean absolute error 0.5000"
    )


def test_is_one_display_that_is_updated(page, model):
    fit(model, ProgressLine(refresh_seconds=0))
    assert len(page.displays) == 1
    stages = [re.match(r"starting|epoch \S+ \S+", text)[0] for text in page.displays[0]]
    parts = ["25%", "50%", "75%", "100%", "done"]  # four batches an epoch
    epochs = [f"epoch {epoch}/2 {part}" for epoch in (1, 2) for part in parts]
    assert stages == ["starting", *epochs]


def test_keeps_to_one_line_of_text(page, model):
    fit(model, ProgressLine(refresh_seconds=0))
    assert not any("\n" in text or "\r" in text for text in page.displays[0])


def test_updates_within_an_epoch_when_it_is_time(page, clock):
    line = ProgressLine(refresh_seconds=2)
    line.set_params({"epochs": 1, "steps": 10})
    line.on_train_begin()
    line.on_epoch_begin(0)
    for batch, clock.now in enumerate(1000 + 0.5 * np.arange(10)):
        line.on_train_batch_end(batch, {"loss": 1 / (batch + 1)})
    assert page.displays[0] == [
        "starting …",
        "epoch 1/1 50% · 2 s · loss 0.2000",
        "epoch 1/1 90% · 4 s · loss 0.1111",
    ]


def test_every_run_has_a_line_of_its_own(page, model):
    line = ProgressLine()
    fit(model, line, epochs=1)
    fit(model, line, epochs=3)
    assert [states[-1][:9] for states in page.displays] == ["epoch 1/1", "epoch 3/3"]


def test_waits_for_the_epoch_where_its_length_is_unknown(page):
    line = ProgressLine(refresh_seconds=0)
    line.set_params({"epochs": 1, "steps": None})
    line.on_train_begin()
    line.on_train_batch_end(0, {"loss": 0.5})
    line.on_epoch_end(0, {"loss": 0.5, "learning_rate": 0.002})
    assert page.displays[0] == ["starting …", "epoch 1/1 done · 0 s · loss 0.5000"]


def test_prints_a_line_for_each_epoch_outside_a_notebook(capsys, model):
    fit(model, ProgressLine(refresh_seconds=0))
    printed = [line[:14] for line in capsys.readouterr().out.splitlines()]
    assert printed == ["starting …", "epoch 1/2 done", "epoch 2/2 done"]
