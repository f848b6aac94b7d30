"""The curves show the numbers they are given."""

import pytest

from utils.drawing import curves


def test_plot_history_draws_training_and_validation():
    history = {"loss": [2, 1], "accuracy": [0.5, 0.7], "val_loss": [3, 2]}
    loss, accuracy = curves.plot_history(history)
    assert [line.get_label() for line in loss.lines] == ["training", "validation"]
    assert list(loss.lines[0].get_xdata()) == [1, 2]
    assert [line.get_label() for line in accuracy.lines] == ["training"]
    with pytest.raises(ValueError, match="no 'mae', only loss, accuracy, val_loss"):
        curves.plot_history(history, metric="mae")


class History:
    """Like the object that `model.fit` returns: it holds the dict."""

    def __init__(self, history):
        self.history = history


def test_plot_history_takes_what_fit_returns():
    history = {"loss": [2, 1], "accuracy": [0.5, 0.7]}
    loss, accuracy = curves.plot_history(History(history))
    assert list(loss.lines[0].get_ydata()) == [2, 1]
    assert list(accuracy.lines[0].get_ydata()) == [0.5, 0.7]
    for wrong in ([2, 1], None, "loss"):
        with pytest.raises(TypeError, match=r"needs what model\.fit\(…\) returns, or"):
            curves.plot_history(wrong)
