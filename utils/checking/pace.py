"""Whether an answer is far slower than the solution, on the same machine."""

import time

from utils.checking.cases import call

FAR = 30  # times as long as the solution takes
CALLS = 3  # of each; the quickest counts, for others use the machine, too


def is_slow(answer, solution, case):
    """Whether an answer takes more than FAR times as long as the solution on a case."""
    limit = FAR * min(_seconds(solution, case) for _ in range(CALLS))
    return not any(_seconds(answer, case) <= limit for _ in range(CALLS))


def _seconds(function, case):
    start = time.perf_counter()
    call(function, case)
    return time.perf_counter() - start
