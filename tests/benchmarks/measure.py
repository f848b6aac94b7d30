"""What the benchmarks measure with: ratios, peak memory, and how time grows."""

import statistics
import sys
from pathlib import Path

import numpy as np

MIB = 2**20


def median_ratio(seconds, name, other):
    """Median over the rounds of the time of name over that of other."""
    pairs = zip(seconds[name], seconds[other], strict=True)
    return statistics.median(mine / theirs for mine, theirs in pairs)


def peak_memory_is_measurable():
    return sys.platform == "linux"


def peak_memory_of(call):
    """Bytes by which the process's peak memory rises above its memory before call().

    Linux only: writing 5 to clear_refs resets the peak (Linux manual, proc(5)).
    """
    Path("/proc/self/clear_refs").write_text("5")
    before = _status_bytes("VmRSS")
    result = call()
    peak = _status_bytes("VmHWM")
    del result
    return peak - before


def _status_bytes(field):
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) * 1024
    raise ValueError(f"/proc/self/status has no {field}.")


def growth_exponent(sizes, seconds):
    """p in time ∝ size^p: the slope of a line fitted in log-log."""
    return np.polyfit(np.log(sizes), np.log(seconds), 1)[0]


def print_table(title, header, rows):
    """Columns as wide as their widest entry, numbers on the right."""
    columns = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    print(f"\n{title}")
    for row in (header, *rows):
        first, *rest = (
            cell.rjust(width) for cell, width in zip(row, columns, strict=True)
        )
        print("  ", first.strip().ljust(columns[0]), *rest, sep="  ")


def print_runs(title, runs, keys):
    """Print what stored trainings learnt and read, a line for each setting.

    runs: dicts with "learnt" and "fresh", in percent. keys: which of their entries name
    a setting. Fresh digits are the mean over the seeds ± their standard deviation.
    """
    groups = {}
    for run in runs:
        groups.setdefault(tuple(str(run[key]) for key in keys), []).append(run)
    rows = []
    for setting, group in groups.items():
        fresh = [run["fresh"] for run in group]
        learnt = statistics.mean(run["learnt"] for run in group)
        spread = f" ± {statistics.stdev(fresh):.2f}" if len(fresh) > 1 else ""
        rows.append(
            [*setting, f"{learnt:.1f}", f"{statistics.mean(fresh):.2f}{spread}"]
        )
    print_table(title, [*keys, "learnt %", "fresh %"], rows)
