"""A line that says how far a training is, for model.fit."""

import time

import keras

from utils.page.updating_line import UpdatingLine


class ProgressLine(keras.callbacks.Callback):
    """Report a training run on one line that updates: epoch, share done, time, figures.

    Pass it to `model.fit(..., callbacks=[ProgressLine()], verbose=0)`. In a notebook
    the line is one output that is replaced: a stored page holds its last state.
    Elsewhere, where nothing can be replaced, one line is printed for each epoch.
    """

    def __init__(self, refresh_seconds=0.5):
        """refresh_seconds: shortest time between two updates within an epoch."""
        super().__init__()
        self.refresh_seconds = refresh_seconds

    def on_train_begin(self, logs=None):
        self._started = self._shown = time.monotonic()
        self._epoch = 0
        self._line = UpdatingLine("starting …")

    def on_epoch_begin(self, epoch, logs=None):
        self._epoch = epoch

    def on_train_batch_end(self, batch, logs=None):
        steps = self.params.get("steps")  # None while the length is not known
        if not self._line.is_replaceable or not steps:
            return
        now = time.monotonic()
        if now - self._shown >= self.refresh_seconds:
            self._shown = now
            self._show(f"{(batch + 1) / steps:.0%}", logs)

    def on_epoch_end(self, epoch, logs=None):
        self._show("done", logs)

    def _show(self, progress, logs):
        epochs = self.params["epochs"]
        seconds = time.monotonic() - self._started
        figures = [
            f"{name.replace('_', ' ')} {value:.4f}"
            for name, value in (logs or {}).items()
            if name != "learning_rate"
        ]
        parts = [f"epoch {self._epoch + 1}/{epochs} {progress}", f"{seconds:.0f} s"]
        self._line.show(" · ".join(parts + figures))
