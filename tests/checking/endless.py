"""Code that never ends, each in a way of its own."""

import time


def endless():
    while True:
        pass


def endless_and_swallowing():
    while True:
        try:
            count()
        except:  # noqa: E722
            time.sleep(0.05)


class SlowToGo:
    """Half of the time is spent where Python drops what is raised."""

    def __del__(self):
        count()


def endless_in_a_destructor():
    while True:
        SlowToGo()
        count()


def count():
    for _ in range(1000):
        pass
