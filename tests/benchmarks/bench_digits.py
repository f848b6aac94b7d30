"""What does lesson 9's network make of digits as people photograph them?

Thirty pictures of each kind that `tests.files.photographed_digits` draws, prepared by
`prepare_digit` and read by the lesson's network, trained here as the lesson trains it.
In every kind at least nine in ten are to be read right or refused with a sentence, and
at most one in twenty may be read wrongly by a network that is sure of it.
"""

import tempfile
from pathlib import Path

from tests.benchmarks.measure import print_table
from tests.files.digit_reading import SURE, holds, outcomes
from tests.files.photographed_digits import KINDS
from tests.lessons.lesson_09_network import trained_network


def run():
    """Print a line for each kind; return whether both targets hold in all of them."""
    network = trained_network()
    with tempfile.TemporaryDirectory() as folder:
        counts = {kind: outcomes(kind, network, Path(folder)) for kind in KINDS}
    rows = [[kind, *map(str, counts[kind].values())] for kind in KINDS]
    header = ["", "read right", "refused", "wrong", f"wrong and > {SURE:.0%} sure"]
    print_table("Digits as people draw and photograph them", header, rows)
    missed = [kind for kind in KINDS if not holds(counts[kind])]
    print(f"  targets: {'missed by ' + ', '.join(missed) if missed else 'all hold'}")
    return not missed
