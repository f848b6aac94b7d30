"""Build decks into slides/: `make slides`, or `make slides LESSON=3` for one.

python -m course_slides.build 3
"""

import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from course_slides.figures import Figures
from course_slides.page import write_page
from course_slides.rules import slides_of
from tools.lessons import (
    COURSE,
    UnknownLesson,
    core_lessons,
    lesson_name,
    notebook_path,
)
from tools.thumbnails import thumbnail_path

SLIDES = COURSE / "slides"
HERE = Path(__file__).parent
NODE_MODULES = COURSE / "site" / "node_modules"
# What every deck loads, into slides/lib/.
LIBRARIES = {
    "reveal.js/dist/reveal.css": "reveal.css",
    "reveal.js/dist/reveal.js": "reveal.js",
    "reveal.js/dist/plugin/notes.js": "notes.js",
    "mathjax3/es5/tex-svg.js": "tex-svg.js",
    "@tensorflow/tfjs/dist/tf.min.js": "tf.min.js",
    "reveal.js/LICENSE": "licence_of_reveal.txt",
    "mathjax3/LICENSE": "licence_of_mathjax.txt",
}


def build(names):
    """Write the decks of these lessons. At most two lessons are run at once."""
    copy_libraries()
    with ProcessPoolExecutor(max_workers=2) as pool:
        for name, count in pool.map(build_one, names):
            print(f"slides/{notebook_path(name).stem}.html: {count} slides")
    if set(names) >= set(core_lessons()):
        (SLIDES / "ready").touch()


def build_one(name):
    """Write one deck; return its name and how many slides it has."""
    slides, figures = slides_of(name), Figures(name)
    write_page(name, slides, figures, SLIDES)
    stem = notebook_path(name).stem
    shutil.copyfile(
        thumbnail_path(notebook_path(name)),
        SLIDES / "figures" / stem / "thumbnail.png",
    )
    return name, len(slides)


def copy_libraries():
    """What the decks load from beside them."""
    from course_site.network_scripts import network_scripts

    library = SLIDES / "lib"
    library.mkdir(parents=True, exist_ok=True)
    for source, target in LIBRARIES.items():
        shutil.copyfile(NODE_MODULES / source, library / target)
    for file in (HERE / "static").iterdir():
        shutil.copyfile(file, library / file.name)
    shutil.copyfile(
        COURSE / "data" / "licences" / "Apache-2.0.txt",
        library / "licence_of_tensorflow.txt",
    )
    for script, text in network_scripts().items():
        (library / script).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    try:
        named = [lesson_name(text) for text in " ".join(sys.argv[1:]).split()]
    except UnknownLesson as error:
        sys.exit(str(error))
    build(named or core_lessons())
