"""Answer the benchmarks' questions: `python -m tests.benchmarks [--long] [question …]`.

The exit status is 1 if a target is missed. Run it on an otherwise idle computer.
"""

import sys
from importlib import import_module

from tests.benchmarks.spread import over
from tools.arguments import OneSentenceParser
from tools.cluster.connect import NoCluster
from tools.cluster.same_course import NotTheSame

# Where a question is answered: a module here, and in it a function that prints its
# table and returns whether its targets hold. Only what is asked for is imported.
# The long ones also store their figures in data/results, where the lessons read them.
QUICK = {
    "start": "bench_start.run",
    "convolution": "bench_convolution.run",
    "speed": "bench_training.run",
    "backbone": "bench_backbone.run",
    "grading": "bench_grading.run",
    "cluster": "bench_cluster.run",
    "memory": "bench_memory.run",
    "digits": "bench_digits.run",
    "classroom": "bench_classroom.run",
}
LONG = {
    "mutants": "bench_mutants.run",
    "bets": "bench_bets.run_and_store",
    "features": "bench_features.run_and_store",
    "fish_or_tool": "bench_fish_or_tool.run_and_store",
    "speed": "bench_training.run_and_store",
    "ablation": "bench_ablation.run_and_store",
    "decay": "bench_decay.run_and_store",
    "few": "bench_few.run_and_store",
    "small": "bench_small.run_and_store",
    "depth": "bench_depth.run",
    "answers": "bench_answers.run_and_store",
    "digit_transfer": "bench_digit_transfer.run_and_store",
    "detection": "bench_detection.run_and_store",
    "objects": "bench_objects.run_and_store",
    "crowns": "bench_crowns.run_and_store",
    "transfer": "bench_transfer.run",
    "heads": "bench_heads.run_and_store",
    "nuclei": "bench_nuclei.run_and_store",
    "roads": "bench_roads.run_and_store",
    "instances": "bench_instances.run_and_store",
    "masks": "bench_masks.run_and_store",
    "rare": "bench_rare.run_and_store",
    "heartbeats": "bench_heartbeats.run_and_store",
    "reviews": "bench_reviews.run_and_store",
    "languages": "bench_languages.run_and_store",
    "voices": "bench_voices.run_and_store",
    "denoising": "bench_denoising.run_and_store",
    "spots": "bench_spots.run_and_store",
    "enlarging": "bench_enlarging.run_and_store",
    "actions": "bench_actions.run_and_store",
    "moments": "bench_moments.run_and_store",
    "gan": "bench_gan.run_and_store",
    "generators": "bench_generators.run_and_store",
    "tracking": "bench_tracking.run_and_store",
    "classroom": "bench_classroom.run_and_store",
    "class": "bench_classroom.hold_a_class",
    "stereo": "bench_stereo.run_and_store",
    "workers": "bench_workers.run_and_store",
    "batches": "bench_batches.run_and_store",
}


# Long ones whose trainings know nothing of one another: a cluster can share them.
SPREAD = {"decay", "depth", "few", "reviews", "small"}
IN_ONE_PROCESS = (
    "  {} runs in one process on this computer, without the scheduler: its trainings "
    "share what they have made, or are timed."
)


def chosen(arguments):
    """Where the questions that the command line names are answered; all unless told.

    Exits with a sentence if there is no such question.
    """
    return [place for _, place in _given(arguments)[0]]


def _given(arguments):
    """The (question, place) pairs that are asked for, and the scheduler or None."""
    parser = OneSentenceParser(
        prog="python -m tests.benchmarks", description="Ratios within one run."
    )
    parser.add_argument("--long", action="store_true", help="the long experiments")
    parser.add_argument("--scheduler", help="of a Dask cluster, for the long ones")
    parser.add_argument("questions", nargs="*", help="which ones; all unless told")
    given = parser.parse_args(arguments)
    if given.scheduler and not given.long:
        parser.error(
            "Only the long experiments are spread: make bench-long SCHEDULER=…"
        )
    known, others = (LONG, QUICK) if given.long else (QUICK, LONG)
    named = " ".join(given.questions).split()  # make hands on several as one
    for name in named:
        if name in known:
            continue
        elsewhere = "make bench" if given.long else "make bench-long"
        there = f" (that one is for {elsewhere})" if name in others else ""
        parser.error(
            f"There is no question {name}{there}; there are: {', '.join(known)}. "
            f"Name one, as in QUESTION={next(iter(known))}."
        )
    return [(name, known[name]) for name in named or known], given.scheduler


def answer(place):
    """Answer the question of a place such as "bench_start.run"; True if all holds."""
    module, _, function = place.partition(".")
    return getattr(import_module(f"tests.benchmarks.{module}"), function)()


def main(arguments):
    """Answer what is asked for; returns the exit status."""
    asked, scheduler = _given(arguments)
    alone = [name for name, _ in asked if scheduler and name not in SPREAD]
    for name in alone:
        print(IN_ONE_PROCESS.format(name), flush=True)
    try:
        with over(scheduler if len(alone) < len(asked) else None):
            answers = [answer(place) for _, place in asked]
    except (NoCluster, NotTheSame) as error:
        sys.exit(str(error))
    return 0 if all(answers) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
