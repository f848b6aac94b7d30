"""What the tests of models share."""

import pytest


class _AsItStands:
    """Stands in for a function compiled by TensorFlow: runs it line by line."""

    def __init__(self, function):
        self.function = function

    def get_concrete_function(self, *_):
        return self.function


@pytest.fixture
def uncompiled(monkeypatch):
    """What our helpers compile for one call only is run as it stands, which is quicker.

    Not for strided 1×1 filters, on whose gradients TensorFlow 2.21 can crash so.
    """
    import tensorflow as tf

    monkeypatch.setattr(tf, "function", lambda **_: _AsItStands)
