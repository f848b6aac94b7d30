"""What an error in a learner's code means is said in a sentence."""

import linecache

import pytest

from utils.checking.running import run


def test_of_an_error_the_line_is_quoted_that_says_most():
    def in_keras():
        raise ValueError(
            "Exception encountered when calling Sequential.call().\n\n"
            "\x1b[1mInput 0 does not fit.\x1b[0m\nArguments received"
        )

    problem = run(in_keras, seconds=5).problem
    assert problem.startswith("it stops with ValueError: Input 0 does not fit.")
    assert "Arguments" not in problem

    def wordy():
        raise ValueError("word " * 100)

    assert run(wordy, seconds=5).problem.endswith("word …")


def test_an_error_is_called_by_its_public_name():
    class _IncompleteInputError(SyntaxError):
        """As Python 3.13 raises it for an open bracket."""

    def answer():
        raise _IncompleteInputError("incomplete input")

    assert (
        run(answer, seconds=5).problem == "it stops with SyntaxError: incomplete input"
    )


def test_a_problem_names_the_line_of_the_cell():
    source = "def answer():\n    x = 1\n    return x.size\n"
    name = "/tmp/ipykernel_12/34.py"
    linecache.cache[name] = len(source), None, source.splitlines(True), name
    page = {}
    exec(compile(source, name, "exec"), page)
    problem = run(page["answer"], seconds=5).problem
    assert problem.endswith("in line 3 of your cell: return x.size")
    assert "/tmp" not in problem


def test_a_gradient_that_does_not_exist_is_explained():
    def answer():
        raise ValueError("Attempt to convert a value (None) with an unsupported type")

    assert "gradient: of something that the tape" in run(answer, seconds=5).problem


@pytest.mark.parametrize("received", ["units=3", "kernel_size=3"])
def test_a_numpy_integer_is_explained(received):
    def answer():
        raise ValueError(f"`x` must be a positive integer. Received: {received}")

    assert "(That number may be NumPy's, as from" in run(answer, seconds=5).problem


@pytest.mark.parametrize("received", ["units=0", "units=-3", "units=3.5", "units=None"])
def test_a_number_that_is_plainly_wrong_is_not_taken_for_numpys(received):
    def answer():
        raise ValueError(f"`x` must be a positive integer. Received: {received}")

    assert "NumPy" not in run(answer, seconds=5).problem
