"""Answer the benchmarks' questions: `python -m tests.benchmarks [--long] [question …]`.

The exit status is 1 if a target is missed. Run it on an otherwise idle computer.
"""

import argparse
import sys

from tests.benchmarks import (
    bench_ablation,
    bench_backbone,
    bench_convolution,
    bench_depth,
    bench_digit_transfer,
    bench_digits,
    bench_grading,
    bench_small,
    bench_start,
    bench_training,
    bench_transfer,
)

# A question is a function that prints its table and returns whether its targets hold.
# The long ones also store their figures in data/results, where the lessons read them.
QUICK = {
    "start": bench_start.run,
    "convolution": bench_convolution.run,
    "speed": bench_training.run,
    "backbone": bench_backbone.run,
    "grading": bench_grading.run,
    "digits": bench_digits.run,
}
LONG = {
    "speed": bench_training.run_and_store,
    "ablation": bench_ablation.run_and_store,
    "small": bench_small.run_and_store,
    "depth": bench_depth.run,
    "digit_transfer": bench_digit_transfer.run_and_store,
    "transfer": bench_transfer.run,
}


def main():
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="Ratios within one run."
    )
    parser.add_argument("--long", action="store_true", help="the long experiments")
    parser.add_argument("questions", nargs="*", help="which ones; all unless told")
    given = parser.parse_args()
    known = LONG if given.long else QUICK
    unknown = [name for name in given.questions if name not in known]
    if unknown:
        parser.error(
            f"there is no {' or '.join(unknown)}; there are {', '.join(known)}"
        )
    answers = [known[name]() for name in given.questions or known]
    sys.exit(0 if all(answers) else 1)


if __name__ == "__main__":
    main()
