"""Keep what a lesson shows while it runs: what its kernel does for the slides.

Every figure is kept whole, to be drawn later at the size of a slide. An animation is
drawn at once, for it computes while it draws.
"""

import hashlib
import json
import pickle
import sys
from pathlib import Path

from IPython import get_ipython
from matplotlib.animation import Animation
from matplotlib.figure import Figure

from tools.lessons import COURSE

# Rooms of utils/ that no figure depends on.
BESIDE = ("utils/checking", "utils/exercises", "utils/page", "utils/play")


def key(source):
    """What a cell is known by: a hash of its code."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:16]


class Keeper:
    """Stores what each cell shows into a folder: KEY-0.pickle, KEY-1.json …"""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.cell, self.count = None, 0
        self.shell = get_ipython()
        self.shell.events.register("pre_run_cell", self.begin)

    def begin(self, info):
        """Note which cell is about to run, and be the one who is asked for figures."""
        self.cell, self.count = key(info.raw_cell), 0
        pictures = self.shell.display_formatter.formatters["image/png"]
        pictures.for_type(Figure, self.keep)

    def path(self, ending):
        """A new file for what the cell shows."""
        self.count += 1
        return self.folder / f"{self.cell}-{self.count - 1}.{ending}"

    def keep(self, figure):
        """Store a figure; the notebook that runs gets no picture."""
        self.path("pickle").write_bytes(pickle.dumps(figure))
        return b""

    def keep_page(self, animation, to_jshtml):
        """Store an animation as a page of its own size."""
        from course_slides.drawing import draw_animation  # few lessons depend on it

        facts = draw_animation(animation, to_jshtml)
        self.path("json").write_text(json.dumps(facts), encoding="utf-8")
        return facts["page"]


def keep_for_slides(folder):
    """From now on, keep in a folder whatever this kernel shows."""
    get_ipython().run_line_magic("matplotlib", "inline")  # else at the first figure
    keeper, to_jshtml = Keeper(folder), Animation.to_jshtml

    def shown(animation, *arguments, **named):
        return keeper.keep_page(
            animation, lambda: to_jshtml(animation, *arguments, **named)
        )

    Animation.to_jshtml = shown


def note_imports(folder):
    """Write which of the course's files this kernel has imported: all that decide."""
    files = {getattr(module, "__file__", None) for module in [*sys.modules.values()]}
    paths = [Path(file) for file in files if file]
    inside = [p.relative_to(COURSE).as_posix() for p in paths if in_course(p)]
    deciding = sorted(file for file in inside if not file.startswith(BESIDE))
    (Path(folder) / "imported").write_text(json.dumps(deciding), encoding="utf-8")


def in_course(path):
    """Whether a file is one of the course's own modules."""
    return any(path.is_relative_to(COURSE / room) for room in ("utils", "site"))
