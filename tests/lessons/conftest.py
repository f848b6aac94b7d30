"""What the tests of lessons share."""

import pytest


@pytest.fixture
def uncompiled(monkeypatch):
    """Networks run as they stand, which is quicker where they run a few times only."""
    import keras

    always = property(lambda model: True, lambda model, value: None)
    monkeypatch.setattr(keras.Model, "run_eagerly", always)
