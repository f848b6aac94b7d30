"""A learner's code is run so that it can do no harm."""

import _thread
import random
import signal
import sys
import threading
import time
import warnings

import numpy as np
import pytest

from tests.checking.endless import (
    endless,
    endless_and_swallowing,
    endless_in_a_destructor,
)
from utils.checking import running
from utils.checking.running import MOST_PRINTED, run
from utils.checking.unsolved import NOT_SOLVED, RAISES


def endless_and_stubborn():
    while True:
        try:
            time.sleep(0.001)
        except Exception:
            pass


def endless_with_an_end():
    try:
        endless()
    finally:
        sum(range(1000))


@pytest.mark.parametrize(
    "function",
    [
        endless,
        endless_and_stubborn,
        endless_and_swallowing,
        endless_with_an_end,
        endless_in_a_destructor,
    ],
    ids=lambda f: f.__name__,
)
def test_an_endless_loop_is_stopped(function):
    before = set(threading.enumerate())
    outcome = run(function, seconds=0.2)
    assert "did not end within 0.2 seconds and was stopped" in outcome.problem
    assert "your code is slow, or a loop in it is endless" in outcome.problem
    for thread in set(threading.enumerate()) - before:
        thread.join(5)  # it may just be leaving
        assert not thread.is_alive()


@pytest.fixture
def slow_library(tmp_path, monkeypatch):
    """A library that takes half a second to import, as TensorFlow takes many."""
    (tmp_path / "slow_library.py").write_text("import time\ntime.sleep(0.5)\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(running, "SLOW_TO_IMPORT", ["slow_library"])
    yield
    sys.modules.pop("slow_library", None)


def test_the_first_import_of_a_library_does_not_count(slow_library):
    def answer():
        import slow_library

        return slow_library.__name__

    assert run(answer, seconds=0.2).value == "slow_library"


def test_what_follows_an_import_counts(slow_library):
    def answer():
        import slow_library  # noqa: F401

        endless()

    assert "did not end within 0.2 seconds" in run(answer, seconds=0.2).problem


def test_a_long_c_call_is_given_up_with_a_sentence(monkeypatch):
    monkeypatch.setattr(running, "SECONDS_TO_STOP", 0.2)
    end = threading.Event()
    outcome = run(lambda: end.wait(60), seconds=0.1)
    end.set()
    assert "could not be stopped" in outcome.problem
    assert "Restart the kernel" in outcome.problem


def calls_itself(n=0):
    return calls_itself(n + 1)


def leave():
    sys.exit("gone")


def interrupt():
    raise KeyboardInterrupt


def too_much():
    raise MemoryError


@pytest.mark.parametrize(
    ("function", "fragment"),
    [
        (calls_itself, "calls itself without end"),
        (leave, "exit()"),
        (interrupt, "KeyboardInterrupt"),
        (too_much, "more memory"),
        (lambda: 1 / 0, "it stops with ZeroDivisionError: division by zero"),
        (lambda: np.ones(2) @ np.ones(3), "it stops with ValueError: matmul"),
    ],
)
def test_what_an_answer_raises_becomes_a_sentence(function, fragment):
    outcome = run(function, seconds=5)
    assert fragment in outcome.problem and not outcome.unsolved


@pytest.mark.parametrize(
    "error",
    [
        TypeError("unsupported: 'ellipsis' and 'int'"),
        AttributeError("'ellipsis' object has no attribute 'sum'"),
        ValueError("Received an invalid value. Received: units=Ellipsis"),  # Keras
    ],
)
def test_a_gap_that_is_left_is_unsolved(error):
    def answer():
        raise error

    assert run(answer, seconds=5).unsolved == NOT_SOLVED


def test_not_implemented_is_unsolved_and_said_to_be_raised():
    def answer():
        raise NotImplementedError("to do")

    assert run(answer, seconds=5).unsolved == RAISES


def test_what_a_library_has_not_implemented_is_no_gap():
    import keras

    outcome = run(lambda: keras.Model()(np.ones((1, 2))), seconds=20)
    assert "stops with NotImplementedError" in outcome.problem and not outcome.unsolved


@pytest.mark.parametrize("letters", ["i,ij->j", "i...,i...->...j", "i.,ij->j"])
def test_einsum_without_enough_letters_is_no_gap(letters):
    outcome = run(lambda: np.einsum(letters, np.eye(2), np.eye(2)), seconds=5)
    assert "it stops with ValueError" in outcome.problem and not outcome.unsolved


def test_an_index_that_cannot_be_is_no_gap():
    words = "Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and"

    def answer():
        raise TypeError(words)  # TensorFlow's, for scores[:, classes]

    outcome = run(answer, seconds=5)
    assert words in outcome.problem and not outcome.unsolved


def test_a_question_to_the_keyboard_is_not_unsolved():
    class StdinNotImplementedError(NotImplementedError):
        """What Jupyter raises where nobody can answer."""

    def answer():
        raise StdinNotImplementedError("no input")

    assert not run(answer, seconds=5).unsolved


def test_what_it_returns_comes_back():
    outcome = run(lambda: [1, 2], seconds=5)
    assert outcome.value == [1, 2]
    assert outcome.problem is None


def test_prints_are_caught_and_cut_off(capsys):
    outcome = run(lambda: [print("x" * 100) for _ in range(10**4)], seconds=20)
    assert len(outcome.printed) == MOST_PRINTED
    assert capsys.readouterr() == ("", "")


def test_states_of_the_notebook_are_as_before():
    states = np.random.get_state(), random.getstate()  # noqa: NPY002
    filters, errors, stdout = list(warnings.filters), np.geterr(), sys.stdout
    stack = threading.stack_size(0)

    def disturb():
        np.random.seed(1), random.seed(1)  # noqa: NPY002
        warnings.simplefilter("error")
        np.seterr(all="raise")
        print("noise")

    assert run(disturb, seconds=5).problem is None
    np.testing.assert_equal(np.random.get_state(), states[0])  # noqa: NPY002
    assert random.getstate() == states[1]
    assert warnings.filters == filters
    assert np.geterr() == errors
    assert sys.stdout is stdout
    assert threading.stack_size(stack) == 0


@pytest.fixture
def interrupts():
    """Interrupts raise, also where the tests were started with interrupts ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_the_learners_own_interrupt_is_passed_on(interrupts):
    def interrupt_the_check():
        time.sleep(0.2)
        _thread.interrupt_main()
        endless()

    before = set(threading.enumerate())
    with pytest.raises(KeyboardInterrupt):
        run(interrupt_the_check, seconds=10)
    for thread in set(threading.enumerate()) - before:
        thread.join(5)  # it may just be leaving
        assert not thread.is_alive()


def test_a_pause_does_not_count():
    start = time.monotonic()

    def is_paused():
        return time.monotonic() - start < 0.5

    outcome = run(lambda: time.sleep(0.6) or "done", 0.3, is_paused)
    assert outcome.value == "done"
    assert run(lambda: time.sleep(0.6), 0.3).problem
