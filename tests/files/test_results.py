"""Stored experiments are whole, and were run with the code that the lessons show."""

import json

import pytest

from tests.lessons.lesson_code import (
    cell_fingerprint,
    fingerprint,
    module_fingerprint,
)
from utils.files import datasets
from utils.files.results import load_result, provenance

STORED = sorted((datasets.DATA_FOLDER / "results").glob("*.json"))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty data/results of its own."""
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    (tmp_path / "results").mkdir()
    return tmp_path / "results"


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_the_lesson_still_shows_the_code_that_was_measured(path):
    result = load_result(path.stem)
    now = fingerprint(result["lesson"], result["code"]["functions"])
    assert now == result["code"]["sha256"], (
        f"{result['lesson']} has changed since data/results/{path.name} was measured: "
        "run `make bench-long` again."
    )


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_the_cells_are_those_that_were_run(path):
    result = load_result(path.stem)
    cells = result["code"].get("cells", {})
    now = {cell: cell_fingerprint(result["lesson"], cell) for cell in cells}
    assert now == cells, (
        f"cells of {result['lesson']} have changed since data/results/{path.name} was "
        "measured: run `make bench-long` again."
    )


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_the_helpers_are_those_that_were_measured(path):
    helpers = load_result(path.stem)["code"].get("helpers", {})
    now = {file: module_fingerprint(file) for file in helpers}
    assert now == helpers, (
        f"a helper has changed since data/results/{path.name} was measured: run "
        "`make bench-long` again."
    )


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_every_run_has_its_seed(path):
    result = load_result(path.stem)
    assert result["runs"]
    assert sorted({run["seed"] for run in result["runs"]}) == result["seeds"]


def test_provenance_is_one_line_with_date_versions_and_seeds():
    result = {
        "measured_on": "2026-01-31",
        "computer": "Linux x86_64, 2 cores",
        "versions": {"TensorFlow": "2.21.0", "Keras": "3.12.4"},
        "seeds": [0, 1, 7],
    }
    assert provenance(result) == (
        "measured 2026-01-31 by make bench-long (Linux x86_64, 2 cores; "
        "TensorFlow 2.21.0, Keras 3.12.4), seeds 0, 1, 7"
    )


def test_missing_result(folder):
    with pytest.raises(FileNotFoundError, match=r"data/results/speed\.json is missing"):
        load_result("speed")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"runs": [{"se', "damaged"),
        ("", "damaged"),
        ("[]", "incomplete"),
        (json.dumps({"runs": []}), "incomplete"),
    ],
)
def test_spoilt_result(folder, text, fault):
    (folder / "speed.json").write_text(text)
    with pytest.raises(ValueError, match=f"is {fault}: restore it with `git checkout"):
        load_result("speed")
