"""The course as a web site: what Sphinx asks. `make site` builds it into site/out/.

The pages are the notebooks themselves, with their stored outputs; nothing is executed.
"""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]  # course_site; utils and tools

from tools.translating.blocks import EXTENSIONS  # noqa: E402 - lies on that path

project = "Convolutional neural networks, from the first pixel"
author = "the authors of this course"
project_copyright = "2026, the authors of this course: text CC BY 4.0, code MIT"
# or another, for the lessons translated into it: `make site LANGUAGE=de`
language = "en"

# Where the site is published; the one place that says so. The workflow that publishes
# it sets COURSE_ADDRESS; a copy read from a disk has no address, and needs none.
html_baseurl = os.environ.get("COURSE_ADDRESS", "")

# The repository on GitHub, "owner/name", from which Colab and Binder take the lessons;
# the one place that says so. GitHub sets it in every workflow. Without it, the pages
# offer neither.
course_repository = os.environ.get("GITHUB_REPOSITORY", "")

# One file each, in course_site/. Each says what it does.
extensions = [
    "myst_nb",
    "sphinx_copybutton",
    "course_site.words",
    "course_site.playing",
    "course_site.figures",
    "course_site.folds",
    "course_site.questions",
    "course_site.numbers",
    "course_site.elsewhere",
    "course_site.languages",
    "course_site.lighter",
    "course_site.navigation",
    "course_site.network_scripts",
]
if tags.has("translated"):  # noqa: F821 - Sphinx defines it: `make site LANGUAGE=de`
    extensions += ["course_site.translated", "course_site.shared_files"]
else:
    extensions += [
        "course_site.sources",
        "course_site.lecturing",
        "course_site.licences",
    ]
if tags.has("live"):  # noqa: F821 - Sphinx defines it: `make site LIVE=1`
    extensions.append("course_site.live")

# Notebooks are pages as they are stored.
nb_execution_mode = "off"
nb_merge_streams = True
myst_enable_extensions = EXTENSIONS
myst_heading_anchors = 4

# The look
html_theme = "sphinx_book_theme"
html_title = "Convolutional networks"
html_static_path = ["static", "work/_carried"]
templates_path = ["templates"]
html_css_files = ["course.css"]
html_js_files = ["course.js"]
html_copy_source = False
html_use_index = False  # no page marks words for one
html_show_sourcelink = False
html_show_search_summary = False  # it fetches pages, which a browser refuses on disks
html_theme_options = {
    "collapse_navbar": False,
    "logo": {"text": "Convolutional networks, from the first pixel"},
    "search_bar_text": "Search the course",
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "use_download_button": False,
    "use_fullscreen_button": False,
}
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system is
copybutton_selector = ".cell_input div.highlight pre"

# Formulas: MathJax from npm, carried by the site
mathjax_path = "mathjax/tex-svg.js"
mathjax3_config = {"svg": {"fontCache": "local"}}
