"""How much memory and processor does a learner need, and how many fit on a server?

Each core lesson is run once, from top to bottom, in a kernel with the settings of
`classroom/`: one processor for each learner. Counted is the kernel: its memory at its
peak (PSS; what it shares with others is its part of it; here it runs alone) and its
processor seconds, the start included. `hold_a_class` has thirty learners work at once
(tests/classroom/class_day.py). Both are stored in classroom/measured.json, of which
`python -m classroom.sizes` makes the tables of classroom/README.md.
"""

import datetime
import json
import os
import platform
import tempfile
import threading
import time
from importlib import metadata
from pathlib import Path

import nbformat
import psutil
from nbclient import NotebookClient

from classroom.course_settings import ONE_PROCESSOR
from classroom.open_workbook import link_the_course
from classroom.sizes import class_rows, table
from tests.benchmarks.measure import print_table
from tools.lessons import COURSE, core_lessons, notebook_path

MEASURED = COURSE / "classroom" / "measured.json"
LEARNERS, OF_THEM = 30, 4  # who run lesson 1, and of these lesson 9, too
SECONDS_BETWEEN = 0.25
MIB = 2**20


def run():
    """Print what each core lesson takes; True, as there is no target."""
    print_lessons(measure_lessons())
    return True


def run_and_store():
    """The same, stored."""
    lessons = measure_lessons()
    print_lessons(lessons)
    store(lessons=lessons)
    return True


def hold_a_class():
    """Hold a class of thirty, and store it; True if all of them finished."""
    from tests.classroom.day import hold

    day = hold(LEARNERS, OF_THEM)
    finished = all(learner["finished"] for learner in day["learners"])
    print(f"\n{table(*class_rows(day))}\n")
    if finished and "stopped" not in day:
        store(day=day)
    else:
        print(day.get("stopped"), [one.get("error") for one in day["learners"]])
    return finished and "stopped" not in day


def measure_lessons(names=None):
    """A dict for each lesson: its name, "mib" at its peak, processor and seconds."""
    with tempfile.TemporaryDirectory() as home:
        link_the_course(Path(home))
        return [
            {"lesson": name, **measure(name, Path(home) / "workbook")}
            for name in names or core_lessons()
        ]


def measure(name, folder):
    """Run a lesson in a folder; what its kernel took."""
    notebook = nbformat.read(notebook_path(name), as_version=4)
    client = NotebookClient(
        notebook, timeout=900, resources={"metadata": {"path": str(folder)}}
    )
    start = time.monotonic()
    with client.setup_kernel(env={**os.environ, **ONE_PROCESSOR}):
        watcher = Watcher(client.km.provisioner.pid)
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
        seconds = time.monotonic() - start
        most, processor = watcher.stop()
    return {
        "mib": round(most / MIB),
        "processor_seconds": round(processor, 1),
        "seconds": round(seconds, 1),
    }


class Watcher:
    """Looks at a process and its children until it is told to stop."""

    def __init__(self, pid):
        self.process, self.most, self.processor = psutil.Process(pid), 0, 0
        self.ending = threading.Event()
        self.thread = threading.Thread(target=self._look_on, daemon=True)
        self.thread.start()

    def stop(self):
        """Bytes at the peak, processor seconds."""
        self.ending.set()
        self.thread.join()
        self._look()
        return self.most, self.processor

    def _look_on(self):
        while not self.ending.wait(SECONDS_BETWEEN):
            self._look()

    def _look(self):
        memory = processor = 0
        for process in [self.process, *self.process.children(recursive=True)]:
            try:
                memory += process.memory_full_info().pss
                processor += sum(process.cpu_times()[:4])
            except psutil.NoSuchProcess:
                continue
        self.most = max(self.most, memory)
        self.processor = max(self.processor, processor)


def print_lessons(lessons):
    """A line for each lesson."""
    rows = [
        [x["lesson"], f"{x['mib']} MiB", f"{x['processor_seconds']:.0f} s"]
        for x in lessons
    ]
    print_table("A learner's kernel", ["lesson", "memory", "processor"], rows)


def store(**parts):
    """Put parts, "lessons" or "day", into classroom/measured.json."""
    kept = json.loads(MEASURED.read_text("utf-8")) if MEASURED.exists() else {}
    about = {
        "measured_on": datetime.date.today().isoformat(),
        "computer": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "versions": {
            name: metadata.version(name)
            for name in ("jupyterhub", "jupyterlab", "tensorflow-cpu", "keras")
        },
    }
    for name, runs in parts.items():
        kept[name] = {**about, "runs": runs}
    MEASURED.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
