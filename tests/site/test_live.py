"""The live lessons run in Chromium, over loopback, from top to bottom."""

import base64
import functools
import http.server
import io
import json
import threading

import pytest
from PIL import Image
from playwright.sync_api import expect

from course_site.live_contents import live_notebooks
from tests.site.live_lessons import LiveLesson, errors, printed
from utils.page.in_browser import SENTENCE

# A dive takes minutes and shows little that its lesson does not: run by name only.
NAMES = [
    path.name
    if path.name[2] == "_"
    else pytest.param(path.name, marks=pytest.mark.long)
    for path in live_notebooks()
]
# Cells that need TensorFlow, or what it has computed: how many may be skipped.
SKIPPED = {"01b": 1, "02b": 1, "03_": 1, "04_": 12}

# What shows each plaything of these lessons, by its title.
PLAYTHINGS = {
    "Slide the window": (
        "import numpy as np",
        "from utils.play.sliding_window import play_sliding_window",
        "play_sliding_window(np.eye(5, dtype=int), np.eye(3, dtype=int), np.eye(24))",
    ),
    "Three slices, three sums, one cell": (
        "import numpy as np",
        "from utils.play.channels import play_channels",
        "play_channels(np.random.default_rng(0).random((5, 5, 3)))",
    ),
    "Pooling and shifts": (
        "import numpy as np",
        "from utils.play.pooling_shift import play_pooling_shift",
        "block = np.pad(np.ones((10, 10)), 9)",
        "play_pooling_shift({'block': block, 'half': block * (np.arange(28) < 14)})",
    ),
}

CHECK_ALL = """
from utils.checking.tasks import Task
for name in exercise.__all__:
    task = getattr(exercise, name)
    if isinstance(task, Task):
        own = {}
        exec(task.code, own)
        print("right", name, end=" ")
        task.check(own[name])
"""
WRONG = """
from utils.checking.tasks import Task
tasks = [getattr(exercise, name) for name in exercise.__all__]
task = next(t for t in tasks if isinstance(t, Task) and t.mistakes and t.cases)
answer, sentence = task.mistakes[0]
print(sentence)
print("said")
task.check(answer)
"""
ENDLESS = """
def endless(*_):
    while True:
        pass
task.seconds = 1
task.check(endless)
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Any plain server of files will do."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(out):
    """Where the live lessons are served; skips where they would load from elsewhere."""
    lock = json.loads((out / "live/static/pyodide/pyodide-lock.json").read_text())
    if any("//" in item["file_name"] for item in lock["packages"].values()):
        pytest.skip(
            "Pyodide's packages could not be had when the site was built, so the live "
            "lessons load them from Pyodide's usual address: not tested here."
        )
    serve = functools.partial(Quiet, directory=out)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/live"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def reader(browser):
    """A reader whose browser keeps what it has loaded, and what it asked for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.asked = []
    context.on("request", lambda request: context.asked.append(request.url))
    yield context
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_live_lesson_runs_from_top_to_bottom(reader, address, name):
    page = reader.new_page()
    lesson = LiveLesson(page, address, name)
    cells, seconds = lesson.run()
    print(f"{name}: kernel after {lesson.seconds:.0f} s, run in {seconds:.0f} s")

    assert [error for cell in cells for error in errors(cell)] == []
    assert all(cell["execution_count"] for cell in cells if cell["source"].strip())
    skipped = [cell["id"] for cell in cells if SENTENCE in printed(cell)]
    assert len(skipped) == SKIPPED.get(name[:3], 0), skipped
    assert sum("image/png" in json.dumps(cell["outputs"]) for cell in cells) > 5

    for line in lesson.ask(CHECK_ALL).split("right ")[1:]:
        assert line.split()[1] == "✓", line
    sentence, said = " ".join(lesson.ask(WRONG).split()).split(" said ")
    assert sentence in said and "✗" in said, said
    said = " ".join(lesson.ask(ENDLESS).split())
    assert "did not end within 1 seconds and was stopped" in said, said

    own = (address.removesuffix("live"), "data:", "blob:")
    assert [url for url in reader.asked if not url.startswith(own)] == []
    page.close()


@pytest.fixture(scope="module")
def lesson(reader, address):
    """Lesson 1, with nothing run yet."""
    page = reader.new_page()
    yield LiveLesson(page, address, "01_convolution.ipynb")
    page.close()


def test_a_question_is_answered_by_a_click(lesson):
    lesson.show(
        "from utils.exercises import lesson_03",
        "lesson_03.window_3_stride_2.answer('?')",
    )
    lesson.page.get_by_role("button", name="(a)", exact=True).click(timeout=120_000)
    lesson.page.get_by_text("Not (a)").wait_for(timeout=120_000)


@pytest.mark.parametrize("title", PLAYTHINGS)
def test_a_plaything_shows_and_its_keys_move_it(lesson, title):
    lesson.show(*PLAYTHINGS[title])
    box = lesson.page.get_by_role("group", name=title, exact=True)
    box.wait_for(timeout=120_000)
    before = box.inner_text()
    box.locator("[tabindex='0']").first.focus()
    lesson.page.keyboard.press("ArrowRight")
    expect(box).not_to_have_text(before, use_inner_text=True)


def test_a_link_to_what_does_not_run_here_leads_to_its_page(lesson, reader):
    link = lesson.page.get_by_role("link", name="Lesson 13").first
    link.scroll_into_view_if_needed()
    with reader.expect_page() as opening:
        link.click()
    opening.value.wait_for_load_state()
    assert opening.value.locator("article h1").inner_text().startswith("13 · ")
    assert opening.value.url.endswith("/notebooks/13_transfer_learning.html")
    opening.value.close()


def test_a_picture_of_ones_own_is_opened(lesson):
    picture = io.BytesIO()
    Image.new("RGB", (3, 2), "white").save(picture, "PNG")
    lesson.upload("notebooks/mine.png", base64.b64encode(picture.getvalue()).decode())
    said = lesson.ask(
        "from utils.files.images import load_image\n"
        "print(load_image('mine.png').shape, load_image('mine.png').mean())"
    )
    assert said == "(2, 3, 3) 1.0\n"
