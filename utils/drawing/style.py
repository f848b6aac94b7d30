"""The look of the course: Matplotlib's defaults for every lesson."""

import os
import sys

import matplotlib.pyplot as plt
from matplotlib.backends import backend_registry

from utils.drawing.colours import BLACK, BLUE, GREEN, ORANGE, PINK, SKY, YELLOW


def use_course_style():
    """Set Matplotlib's defaults to the course's look: large type, safe colours.

    What is set for other work does not count: neither a file matplotlibrc, nor, in a
    notebook, an MPLBACKEND that names one of Matplotlib's own backends, which draw into
    files or windows and leave the page without figures.
    """
    shell = _notebook_shell()
    if shell and _backend_of_environment() in backend_registry.list_builtin():
        shell.run_line_magic("matplotlib", "inline")
    plt.rcdefaults()
    plt.rcParams.update(
        {
            "font.size": 13,
            "axes.titlesize": 14,
            "axes.prop_cycle": plt.cycler(
                color=[BLUE, ORANGE, GREEN, PINK, SKY, YELLOW, BLACK]
            ),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "figure.constrained_layout.use": True,
            "image.cmap": "gray",
            "lines.linewidth": 2.5,
        }
    )


def _notebook_shell():
    """The shell of the notebook's kernel that runs this; None outside a notebook."""
    if "ipykernel" not in sys.modules:
        return None  # and a plain Python starts without IPython
    from IPython import get_ipython

    shell = get_ipython()
    return shell if hasattr(shell, "kernel") else None


def _backend_of_environment():
    return os.environ.get("MPLBACKEND", "").lower()
