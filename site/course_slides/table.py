"""What the decks hold, a line for each lesson.

PYTHONPATH=site python -m course_slides.table
"""

import json

from course_slides.build import SLIDES
from tools.lessons import core_lessons, notebook_path

ROW = "{:28} {:>7} {:>8} {:>12} {:>10} {:>14} {:>8}"


def row(stem):
    """Slides, figures, predictions, smallest type, words on the fullest, minutes."""
    path = SLIDES / "figures" / stem / "facts.json"
    slides = json.loads(path.read_text(encoding="utf-8"))
    sizes = [slide["smallest"] for slide in slides if slide["smallest"]]
    kinds = [slide["kind"] for slide in slides]
    return (
        stem,
        len(slides),
        len(sizes),
        kinds.count("predict"),
        f"{min(sizes):.1f}",
        max(slide["words"] for slide in slides),
        f"{sum(slide['minutes'] for slide in slides):g}",
    )


if __name__ == "__main__":
    heads = "slides", "figures", "predictions", "type, px", "fullest, words", "minutes"
    print(ROW.format("lesson", *heads))
    for name in core_lessons():
        print(ROW.format(*row(notebook_path(name).stem)))
