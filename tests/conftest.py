"""What all unit tests share; for the notebooks, see nbval_repairs.py."""

import os
import sys

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
