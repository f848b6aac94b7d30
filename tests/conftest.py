"""What all unit tests share; for the notebooks, see nbval_repairs.py."""

import os
import sys

import numpy as np
import pytest
from hypothesis import settings

os.environ.setdefault("MPLBACKEND", "Agg")  # figures are drawn, no window opens

# The first example pays for imports and for TensorFlow's set-up, and a loaded laptop
# is slow at any time: neither is a failure.
settings.register_profile("course", deadline=None)
settings.load_profile("course")


@pytest.fixture(autouse=True)
def close_figures():
    """Leave no figure of one test to the next."""
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


@pytest.fixture
def colours():
    """A smooth 24 × 36 colour picture, uint8: lossy formats keep it nearly."""
    row, column = np.mgrid[0:24, 0:36]
    return np.stack([row * 10, column * 7, 255 - row * 5], axis=-1).astype(np.uint8)
