"""Figures of experiments too long for a lesson: stored by `make bench-long`, read here.

data/results/<name>.json holds every single training, with date, versions and seeds.
"""

import json

from utils.files import datasets

KEYS = {"measured_on", "computer", "versions", "seeds", "lesson", "code", "runs"}


def load_result(name):
    """Return a stored experiment, a dict.

    runs: one flat dict per training, in the order in which they ran. measured_on: date,
    "2026-01-31". computer, versions, seeds: where, with what, from which random starts.
    lesson, code: whose functions were run, and their fingerprint, which the tests
    compare with the lesson as it is today.
    Raises FileNotFoundError or ValueError if the file is missing or damaged.
    """
    path = datasets.DATA_FOLDER / "results" / f"{name}.json"
    restore = (
        f"restore it with `git checkout -- data/results/{name}.json` in the course's "
        "folder, or measure again with `make bench-long`, which takes an hour or so."
    )
    if not path.is_file():
        raise FileNotFoundError(f"data/results/{name}.json is missing: {restore}")
    try:
        result = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"data/results/{name}.json is damaged: {restore}") from error
    if not isinstance(result, dict) or not result.keys() >= KEYS:
        raise ValueError(f"data/results/{name}.json is incomplete: {restore}")
    return result


def provenance(result):
    """Return one line: when, with what and from which seeds it was measured."""
    versions = ", ".join(
        f"{name} {number}" for name, number in result["versions"].items()
    )
    seeds = ", ".join(map(str, result["seeds"]))
    return (
        f"measured {result['measured_on']} by make bench-long ({result['computer']}; "
        f"{versions}), seeds {seeds}"
    )
