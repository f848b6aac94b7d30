"""The look of the course: Matplotlib's defaults for every lesson."""

import os
import sys
from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib import backends

from utils.drawing.colours import BLACK, BLUE, GREEN, ORANGE, PINK, SKY, YELLOW


def use_course_style():
    """Set Matplotlib's defaults to the course's look: large type, safe colours.

    What is set for other work does not count: neither a file matplotlibrc, nor, in a
    notebook, an MPLBACKEND that names one of Matplotlib's own backends, which draw into
    files or windows and leave the page without figures.
    """
    shell = _notebook_shell()
    if shell and _is_matplotlibs_own(os.environ.get("MPLBACKEND", "").lower()):
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


def _is_matplotlibs_own(backend):
    """Whether the name is that of a backend that Matplotlib itself brings."""
    backend = {"notebook": "nbagg"}.get(backend, backend)
    return (Path(backends.__file__).parent / f"backend_{backend}.py").is_file()
