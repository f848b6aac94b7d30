"""Keeps the figures of a long experiment, with all that is needed to doubt them."""

import datetime
import json
import platform
from collections import Counter

import keras
import numpy as np
import tensorflow as tf

from tests.benchmarks.spread import HOSTS
from tests.lessons.lesson_code import cell_fingerprint, fingerprint, module_fingerprint
from tools.cluster.same_course import computer
from utils.files import datasets


def store_result(name, runs, lesson, functions, helpers=(), cells=()):
    """Write data/results/<name>.json, which `utils.files.results.load_result` reads.

    runs: one flat dict per training, with its "seed". lesson, functions: which code of
    which lesson was run, such as "10_training_better" and ["train"]. helpers: modules
    that the figures depend on too, such as "utils/training/equal_terms.py". cells: ids
    of cells that were run as they stand. The file is replaced in one step, so an
    interrupted benchmark leaves the old one whole. Runs that were spread over a cluster
    have their "host"; what each of these computers is stands in "hosts".
    """
    hosts = {run["host"]: HOSTS[run["host"]] for run in runs if "host" in run}
    result = {
        "measured_on": datetime.date.today().isoformat(),
        "computer": _computers(hosts) if hosts else computer()["computer"],
        **({"hosts": hosts} if hosts else {}),
        "versions": _versions(),
        "seeds": sorted({run["seed"] for run in runs}),
        "lesson": lesson,
        "code": {
            "functions": functions,
            "sha256": fingerprint(lesson, functions),
            "helpers": {file: module_fingerprint(file) for file in helpers},
            "cells": {cell: cell_fingerprint(lesson, cell) for cell in cells},
        },
        "runs": runs,
    }
    folder = datasets.DATA_FOLDER / "results"
    folder.mkdir(exist_ok=True)
    draft = folder / f"{name}.json.draft"
    draft.write_text(_readable(result), encoding="utf-8")
    draft.replace(folder / f"{name}.json")
    print(f"  stored in data/results/{name}.json")


def _versions():
    return {
        "TensorFlow": tf.__version__,
        "Keras": keras.__version__,
        "NumPy": np.__version__,
        "Python": platform.python_version(),
    }


def _computers(hosts):
    """In a few words what ran it: how many computers of which kind."""
    kinds = Counter(hosts.values())
    return "; ".join(f"{count} of {kind}" for kind, count in kinds.items())


def _readable(result):
    """JSON with one line for each run, so that a difference can be read."""
    runs = ",\n".join("    " + json.dumps(run) for run in result["runs"])
    head = json.dumps({**result, "runs": []}, indent=2)
    return head.replace('"runs": []', f'"runs": [\n{runs}\n  ]') + "\n"
