"""Run one submission in a process of its own, and report each check as it is done.

Started by tools.grading.supervise, which sends an order (one line of JSON) to stdin,
reads reports (lines of JSON that carry the order's nonce), and kills what takes too
long. The checks are those of the course, loaded before the submission's first cell.
"""

import json
import os
import re
import sys
from importlib import import_module

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from tools.grading.evidence import is_confirmable, record
from tools.grading.guard import limit_resources, stay_inside
from tools.grading.needed_cells import needed_cells
from utils.checking.record import exercises
from utils.checking.running import run
from utils.checking.tasks import Task
from utils.checking.verdicts import State

MISSING_NAME = re.compile(r"NameError: name '(\w+)' is not defined")
NOT_RUN = "not run"


class NeedsAllCells(Exception):
    """An answer uses a name that a cell left out may give."""


class Submission:
    """One notebook's cells, and what is known of its answers so far."""

    def __init__(self, order, report):
        module = import_module(f"utils.exercises.lesson_{order['lesson']}")
        self.tasks = {task.name: task for task in exercises(module, Task)}
        self.sources, self.report = order["cells"], report
        self.cell_seconds = order["cell_seconds"]
        self.chosen = range(len(self.sources))
        if not order["whole"]:
            self.chosen = needed_cells(self.sources, self.tasks)
        self.handed, self.judged, self.problems = {}, set(), {}
        self.shell = _shell()

    def grade(self):
        """Run the cells; judge each task as soon as its check has been called."""
        _replace_the_checks(self.handed)
        for number in self.chosen:
            self.report(cell=number + 1)
            outcome = run(lambda n=number: self._run_cell(n), self.cell_seconds)
            if outcome.problem:
                self._note(number, outcome.problem)
            while self.handed:
                name, answer = self.handed.popitem()
                if name in self.tasks:
                    self._judge(name, answer)
        for name in self.tasks:
            if name not in self.judged:
                self._judge_the_unchecked(name)

    def _run_cell(self, number):
        source = self.sources[number]
        self.shell.run_cell(source, silent=True).raise_error()

    def _note(self, number, problem):
        self._look_for_missing_names(problem)
        self.problems[number] = problem

    def _judge(self, name, answer):
        task, evidence = self.tasks[name], None
        self.judged.add(name)
        try:
            state, text = task.verdict(answer)
        except BaseException as error:
            kind = type(error).__name__
            self._tell(name, NOT_RUN, f"{name} could not be checked ({kind}: {error}).")
            return
        if state is State.WRONG:
            self._look_for_missing_names(text)
        if state is State.RIGHT and is_confirmable(task):
            evidence = record(task, answer)
        self._tell(name, state.value, text, evidence)

    def _judge_the_unchecked(self, name):
        """Judge a task whose check was never called: its variable counts."""
        if name in self.shell.user_ns:
            self._judge(name, self.shell.user_ns[name])
            return
        text = f"{name}: there is no cell for it."
        for number in self.chosen:
            if self._mention(name, [number]):
                problem = self.problems.get(
                    number, "it does not get as far as the check."
                )
                text = f"{name}: its cell gives no answer: {problem}"
        self._tell(name, NOT_RUN, text)

    def _tell(self, name, state, text, evidence=None):
        self.report(task=name, state=state, text=text, evidence=evidence)

    def _look_for_missing_names(self, text):
        """Raise NeedsAllCells if a cell that was left out may give a missing name.

        Not if a cell that failed mentions it: then it is missing because of that.
        """
        left_out = {*range(len(self.sources))} - {*self.chosen}
        for name in MISSING_NAME.findall(text):
            if self._mention(name, left_out) and not self._mention(name, self.problems):
                raise NeedsAllCells(name)

    def _mention(self, name, numbers):
        return any(re.search(rf"\b{name}\b", self.sources[n]) for n in numbers)


def _shell():
    """What runs cells as a notebook does, `%magic` included; it keeps no history."""
    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config, ipython_dir=os.environ["HOME"])
    shell.showtraceback = shell.showsyntaxerror = lambda *_, **__: None
    return shell


def _replace_the_checks(handed):
    """Let the submission import exercises that hold no answers and only note some."""

    def forget(task):
        task.code, task.reference, task.cases, task.mistakes = "", None, (), ()

    rooms = ("utils.exercises", "utils.checking")
    for name in [name for name in sys.modules if name.startswith(rooms)]:
        del sys.modules[name]
    own_tasks = import_module("utils.checking.tasks")
    own_tasks.Task.__post_init__ = forget
    own_tasks.Task.check = lambda task, answer: handed.update({task.name: answer})


def _open_channel():
    """Take stdout for reports, and leave the submission's code nothing to read or fill.

    Returns a function that sends its keywords, and the order that came in.
    """
    order = json.loads(sys.stdin.readline())
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)

    def report(**message):
        print(
            json.dumps({"nonce": order["nonce"], **message}), file=channel, flush=True
        )

    return order, report


def main():
    """Do what the order on stdin says."""
    order, report = _open_channel()
    os.chdir(order["folder"])
    submission = Submission(order, report)
    limit_resources(order["memory"], order["seconds"])
    stay_inside(order["scratch"], order["private"])
    try:
        submission.grade()
        report(end="done")
    except NeedsAllCells:
        report(end="whole")
    os._exit(0)  # whatever threads or exit handlers the submission has left


if __name__ == "__main__":
    main()
