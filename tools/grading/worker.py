"""Run one submission in a process of its own, and report each check as it is done.

Started by tools.grading.supervise, which sends an order (one line of JSON) to stdin,
reads reports (lines of JSON that carry the order's nonce), and kills what takes too
long. The checks are those of the course, loaded before the submission's first cell.
"""

import json
import os
import random
import re
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import numpy as np
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from tools.grading.evidence import is_confirmable, record
from tools.grading.guard import limit_resources, watch
from tools.grading.needed_cells import needed_cells
from tools.grading.scratch import is_full, lay_out
from utils.checking.record import exercises
from utils.checking.running import run
from utils.checking.tasks import Task
from utils.checking.verdicts import State

NOT_RUN = "not run"
MOST_TRIES = 100  # of each task: more are no work of hands


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
        self.tries, self.problems = Counter(), {}
        self.is_judging, self.random = False, _random_states()
        self.shell = _shell()

    def grade(self):
        """Run the cells; each answer is judged where its check is called."""
        _replace_the_checks(self._check)
        for number in self.chosen:
            self.report(cell=number + 1)
            outcome = run(
                lambda n=number: self._run_cell(n),
                self.cell_seconds,
                is_paused=lambda: self.is_judging,
            )
            _set_random_states(self.random)  # as `run` has put back the former ones
            if outcome.problem:
                self.problems[number] = outcome.problem
        for name in self.tasks:
            if not self.tries[name]:
                self._judge_the_unchecked(name)

    def _run_cell(self, number):
        result = self.shell.run_cell(self.sources[number], store_history=True)
        self.random = _random_states()
        result.raise_error()

    def _check(self, name, answer):
        if name in self.tasks and self.tries[name] < MOST_TRIES:
            self.is_judging = True
            try:
                self._judge(name, answer)
            finally:
                self.is_judging = False

    def _judge(self, name, answer):
        task, evidence = self.tasks[name], None
        self.tries[name] += 1
        try:
            state, text = task.verdict(answer)
        except BaseException as error:
            kind = type(error).__name__
            self._tell(name, NOT_RUN, f"{name} could not be checked ({kind}: {error}).")
            return
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
            if re.search(rf"\b{name}\b", self.sources[number]):
                problem = self.problems.get(
                    number, "it does not get as far as the check."
                )
                text = f"{name}: its cell gives no answer: {problem}"
        self._tell(name, NOT_RUN, text)

    def _tell(self, name, state, text, evidence=None):
        self.report(task=name, state=state, text=text, evidence=evidence)


def _random_states():
    return np.random.get_state(), random.getstate()  # noqa: NPY002


def _set_random_states(states):
    np.random.set_state(states[0])  # noqa: NPY002
    random.setstate(states[1])


def _shell():
    """What runs cells as a notebook does, `%magic` included; it stores no history."""
    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config, ipython_dir=os.environ["HOME"])
    shell.enable_gui = lambda gui=None: None  # %matplotlib inline asks for it
    shell.showtraceback = shell.showsyntaxerror = lambda *_, **__: None
    return shell


def _replace_the_checks(note):
    """Let the submission import exercises that hold no answers and only note some."""

    def forget(task):
        task.code, task.reference, task.cases, task.mistakes = "", None, (), ()

    def check(task, *answers, **named):
        answers = (*answers, *named.values())
        if len(answers) == 1:
            note(task.name, answers[0])

    rooms = ("utils.exercises", "utils.checking", "tools.")
    for name in [name for name in sys.modules if name.startswith(rooms)]:
        del sys.modules[name]
    own_tasks = import_module("utils.checking.tasks")
    own_tasks.Task.__post_init__, own_tasks.Task.check = forget, check


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
    scratch = Path(order["scratch"])
    lay_out(scratch, by_links=order["walled"], fonts=order["fonts"])
    os.chdir(scratch / "notebooks")
    submission = Submission(order, report)
    limit_resources(order["memory"], order["seconds"], order["walled"])
    watch(
        str(scratch),
        order["private"],
        tell=lambda what: report(tried=what),
        refuse=not order["walled"],
    )
    submission.grade()
    report(end="done", full=order["walled"] and is_full(scratch))
    os._exit(0)  # whatever threads or exit handlers the submission has left


if __name__ == "__main__":
    main()
