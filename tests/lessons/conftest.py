"""What the tests of lessons share."""

import pytest


@pytest.fixture
def uncompiled(monkeypatch):
    """Networks run as they stand, which is quicker where they run a few times only."""
    _run_as_they_stand(monkeypatch)


@pytest.fixture(scope="module")
def uncompiled_throughout():
    """As `uncompiled`, for what a module's tests share."""
    with pytest.MonkeyPatch.context() as patch:
        _run_as_they_stand(patch)
        yield


def _run_as_they_stand(monkeypatch):
    import keras

    always = property(lambda model: True, lambda model, value: None)
    monkeypatch.setattr(keras.Model, "run_eagerly", always)
