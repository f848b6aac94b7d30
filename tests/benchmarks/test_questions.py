"""The benchmarks know their questions without importing what answers them."""

import ast
import subprocess
import sys

import pytest

from tests.benchmarks.__main__ import LONG, QUICK, chosen
from tools.lessons import COURSE

BENCHMARKS = COURSE / "tests" / "benchmarks"


@pytest.mark.parametrize("place", sorted({*QUICK.values(), *LONG.values()}))
def test_what_answers_a_question_is_there(place):
    module, _, function = place.partition(".")
    page = ast.parse((BENCHMARKS / f"{module}.py").read_text("utf-8"))
    assert function in [n.name for n in page.body if isinstance(n, ast.FunctionDef)]


def test_every_benchmark_answers_a_question():
    modules = {place.partition(".")[0] for place in (*QUICK.values(), *LONG.values())}
    assert modules == {path.stem for path in BENCHMARKS.glob("bench_*.py")}


def test_questions_are_chosen_by_name():
    assert chosen([]) == list(QUICK.values())
    assert chosen(["--long"]) == list(LONG.values())
    assert chosen(["start speed"]) == ["bench_start.run", "bench_training.run"]
    assert chosen(["--long", "speed"]) == ["bench_training.run_and_store"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["start nonsense"], "There is no question nonsense; there are: start, "),
        (["depth"], "There is no question depth (that one is for make bench-long); "),
        (
            ["--long", "start"],
            "There is no question start (that one is for make bench)",
        ),
    ],
)
def test_a_question_that_is_none_is_one_sentence(arguments, sentence):
    with pytest.raises(SystemExit) as told:
        chosen(arguments)
    assert str(told.value).startswith(sentence)
    assert str(told.value).count("\n") == 0


def test_nothing_is_imported_for_a_question_that_is_none():
    program = (
        "import sys\nfrom tests.benchmarks.__main__ import chosen\n"
        "try: chosen(['nonsense'])\n"
        "except SystemExit: print({'keras', 'numpy', 'IPython'} & {*sys.modules})"
    )
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, cwd=COURSE, capture_output=True, text=True)
    assert result.stdout == "set()\n"
