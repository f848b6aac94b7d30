"""Keep what a lesson shows while it runs: what its kernel does for the slides.

Every figure is kept whole, to be drawn later at the size of a slide. An animation is
drawn at once, for it computes while it draws.
"""

import json
import pickle

from IPython import get_ipython
from IPython.core.pylabtools import print_figure
from matplotlib.animation import Animation
from matplotlib.figure import Figure

from course_slides import keeping


class Keeper:
    """Stores what each cell shows: KEY-0.pickle, KEY-1.json …"""

    def __init__(self, name):
        """name: the lesson's, "03"."""
        self.name, self.folder = name, keeping.begin(name)
        self.skipped = keeping.skipped(name)
        self.cell, self.count = "", 0
        self.shell = get_ipython()
        self.shell.events.register("pre_run_cell", self.begin)
        self.shell.events.register("post_run_cell", self.end)

    def begin(self, info):
        """Note which cell is about to run, and be the one who is asked for figures."""
        self.cell, self.count = info.raw_cell.strip(), 0
        pictures = self.shell.display_formatter.formatters["image/png"]
        pictures.for_type(Figure, self.keep)

    def end(self, result):
        """After the lesson's last cell, note that all is kept."""
        if self.cell == keeping.LAST_CELL:
            keeping.end(self.name)

    def path(self, ending):
        """A new file for what the cell shows."""
        self.count += 1
        key = keeping.short_hash(self.cell)
        return self.folder / f"{key}-{self.count - 1}.{ending}"

    def keep(self, figure):
        """Store a figure; return it as the notebook shows it."""
        self.path("pickle").write_bytes(pickle.dumps(figure))
        return print_figure(figure, fmt="png")

    def keep_page(self, animation, to_jshtml):
        """Store an animation as a page of its own size, if a slide shows it."""
        if self.cell in self.skipped:
            return to_jshtml()
        from course_slides.drawing import draw_animation  # few lessons depend on it

        facts = draw_animation(animation, to_jshtml)
        self.path("json").write_text(json.dumps(facts), encoding="utf-8")
        return facts["page"]


def keep_for_slides(name):
    """From now on, keep whatever this kernel shows, as that of a lesson, "03"."""
    get_ipython().run_line_magic("matplotlib", "inline")  # else at the first figure
    keeper, to_jshtml = Keeper(name), Animation.to_jshtml

    def shown(animation, *arguments, **named):
        return keeper.keep_page(
            animation, lambda: to_jshtml(animation, *arguments, **named)
        )

    Animation.to_jshtml = shown
