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
