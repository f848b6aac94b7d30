"""Jobs that a test has a cluster do; the workers import them from here."""

import os
import signal
import socket
import time


def squared(number):
    """The square of a number."""
    return number * number


def squared_slowly(number):
    """The same, and it takes a while."""
    time.sleep(0.2)
    return number * number


def kills_its_worker(number):
    """The square of a number; but number 3 and 7 end the process that works."""
    if number in (3, 7):
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.1)
    return number * number


def fails(number):
    """It raises an error."""
    raise ValueError(f"{number} on {socket.gethostname()}")


def printed(number):
    """It prints, which is no reply."""
    print("printed")
    return {"number": number}


async def no_wall(private):
    """What a worker answers where no wall stands."""
    return "", "namespaces: forbidden"
