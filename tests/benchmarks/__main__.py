"""Answer the benchmarks' questions: `python -m tests.benchmarks [--long]`.

The exit status is 1 if a target is missed. Run it on an otherwise idle computer.
"""

import argparse
import sys

from tests.benchmarks import bench_convolution

# A question is a function that prints its table and returns whether its targets hold.
QUICK = [bench_convolution.run]
LONG = []


def main():
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Ratios within one run."
    )
    parser.add_argument("--long", action="store_true", help="the long experiments")
    questions = LONG if parser.parse_args().long else QUICK
    if not questions:
        print("There are no long benchmarks yet.")
    answers = [question() for question in questions]
    sys.exit(0 if all(answers) else 1)


if __name__ == "__main__":
    main()
