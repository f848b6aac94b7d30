"""How long calls take, measured fairly: warmed up, and by turns."""

import statistics
import time


def median_seconds(calls, rounds=25):
    """Return the median duration of each call in seconds, {name: seconds}.

    calls and rounds: as for `times_by_turns`. The ratios between the durations are
    fairer than the seconds themselves.
    """
    seconds = times_by_turns(calls, rounds)
    return {name: statistics.median(times) for name, times in seconds.items()}


def times_by_turns(calls, rounds):
    """Return the durations of each call in seconds, {name: [one per round]}.

    calls: {name: function of no arguments}, which must return only when its result is
    there: on a GPU, end it with `.numpy()`. Each is called once before its time counts,
    which starts threads, fills caches and compiles what is compiled at first use. Then
    all take turns, so that whatever slows the computer slows all of them, and every
    other round runs backwards, so that none always follows the same one.
    Raises ValueError if rounds is below 1.
    """
    if rounds < 1:
        raise ValueError(f"rounds must be at least 1, not {rounds}.")
    for call in calls.values():
        call()
    seconds = {name: [] for name in calls}
    for number in range(rounds):
        for name in list(calls)[:: -1 if number % 2 else 1]:
            start = time.perf_counter()
            calls[name]()
            seconds[name].append(time.perf_counter() - start)
    return seconds
