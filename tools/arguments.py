"""What the commands behind make have in common: how they refuse what they are given."""

import argparse
import math
import sys


class OneSentenceParser(argparse.ArgumentParser):
    """A parser whose errors are their message alone, without a line on usage."""

    def error(self, message):
        sys.exit(f"{message[:1].upper()}{message[1:].rstrip('.')}.")


def positive_number(text):
    """The number that an option is given, above 0 and finite.

    Raises argparse.ArgumentTypeError, which the parser turns into its message.
    """
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:  # NaN fails both
        raise argparse.ArgumentTypeError(f"must be a number above 0, not {text!r}")
    return number


def positive_whole(text):
    """As positive_number, of a whole number."""
    number = positive_number(text)
    if number != int(number):
        raise argparse.ArgumentTypeError(f"must be a whole number, not {text!r}")
    return int(number)
