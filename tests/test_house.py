"""The house keeps its order: rooms, arrows, short modules, and a fast start."""

import ast
import itertools
import shutil
import subprocess
import sys

from tools.lessons import COURSE

UTILS = COURSE / "utils"
ROOMS = sorted(file.parent.name for file in UTILS.glob("*/__init__.py"))
MOST_LINES = 250
WITH_KERAS = {"models", "training"}


# Against each contract of pyproject.toml, imports that it must notice.
WRONG_WAYS = {
    "Arrows go one way": [
        ("arrays.pooling", "utils.drawing.grids"),
        ("checking.tasks", "utils.exercises.lesson_03"),
        ("files.images", "utils.models.ledger"),
        ("play.widget", "utils.training.progress_line"),
    ],
    "Drawing knows arrays only": [
        ("drawing.grids", "utils.files.images"),
        ("drawing.curves", "utils.page.quiet"),
    ],
    "without TensorFlow and Keras": [
        ("arrays.kernels", "keras"),
        ("page.quiet", "tensorflow"),
        ("play.widget", "keras"),
    ],
    "never meet another lesson's": [
        ("exercises.lesson_03.max_pool", "utils.exercises.lesson_04.find_filter"),
    ],
    "neither the tests nor the tools": [("models.ledger", "tools")],
}


ONLY_UNIX_HAS = {"fcntl", "grp", "pwd", "resource", "termios"}
ONLY_UNIX_HAS |= {"tools.grading.namespaces"}  # which opens Linux's C library


def check_arrows(folder):
    """Run import-linter, as pyproject.toml tells it, on the utils/ of a folder."""
    program = "from importlinter import cli; exit(cli.lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True
    )


def test_the_arrows_go_one_way():
    result = check_arrows(COURSE)
    assert result.returncode == 0, result.stdout


def test_an_arrow_the_other_way_is_noticed(tmp_path):
    shutil.copy(COURSE / "pyproject.toml", tmp_path)
    shutil.copytree(UTILS, tmp_path / "utils")
    for module, imported in itertools.chain(*WRONG_WAYS.values()):
        file = tmp_path / "utils" / f"{module.replace('.', '/')}.py"
        with file.open("a", encoding="utf-8") as end:
            end.write(f"\n\ndef late():\n    import {imported}\n")
    result = check_arrows(tmp_path)
    assert result.returncode == 1
    broken = [row for row in result.stdout.splitlines() if row.endswith("BROKEN")]
    unfolded = " ".join(result.stdout.split())  # long arrows are folded to the page
    for contract, arrows in WRONG_WAYS.items():
        assert any(contract in row for row in broken), result.stdout
        for module, imported in arrows:
            assert f"utils.{module} -> {imported} (l." in unfolded


def test_a_new_room_needs_its_place(tmp_path):
    shutil.copy(COURSE / "pyproject.toml", tmp_path)
    shutil.copytree(UTILS, tmp_path / "utils")
    (tmp_path / "utils" / "cellar").mkdir()
    (tmp_path / "utils" / "cellar" / "__init__.py").touch()
    result = check_arrows(tmp_path)
    assert result.returncode == 1 and "cellar" in result.stdout + result.stderr


def test_every_module_is_read_in_one_sitting():
    lengths = {
        file.relative_to(COURSE): len(file.read_text("utf-8").splitlines())
        for folder in ("utils", "tests", "tools")
        for file in (COURSE / folder).rglob("*.py")
    }
    assert {file: n for file, n in lengths.items() if n > MOST_LINES} == {}


def test_only_lessons_hand_on_what_is_elsewhere():
    for file in UTILS.glob("*/**/__init__.py"):
        is_lesson = file.parent.parent.name == "exercises"
        assert is_lesson == bool(file.read_text("utf-8")), file


def test_each_room_has_its_tests():
    assert [room for room in ROOMS if not (COURSE / "tests" / room).is_dir()] == []


def test_few_rooms_start_tensorflow():
    """Lessons 1 to 3 must open in seconds."""
    light = [room for room in ROOMS if room not in WITH_KERAS]
    names = [
        ".".join(file.relative_to(COURSE).with_suffix("").parts)
        for room in light
        for file in sorted((UTILS / room).rglob("*.py"))
    ]
    imports = "; ".join(f"import {name}" for name in names)
    program = (
        f"{imports}; import sys; print({{'tensorflow', 'keras'}} & {{*sys.modules}})"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"


def test_what_windows_lacks_is_imported_inside_functions():
    """Pytest opens every file of the tests there, too; benchmarks it does not open."""
    files = [*COURSE.glob("tests/**/*.py"), *COURSE.glob("tools/**/*.py")]
    files += UTILS.rglob("*.py")
    for file in files:
        if file.parent.name == "benchmarks" and not file.name.startswith("test_"):
            continue
        body = ast.parse(file.read_text("utf-8")).body
        named = [n.name for i in body if isinstance(i, ast.Import) for n in i.names]
        named += [i.module for i in body if isinstance(i, ast.ImportFrom)]
        assert not ONLY_UNIX_HAS & {*named}, file
