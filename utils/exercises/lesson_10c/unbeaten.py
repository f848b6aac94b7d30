"""The task `unbeaten` of lesson 10c, how small can it be."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _left(costs, scores, beats):
    """The places that no other beats; beats takes its cost and score, then mine."""
    pairs = list(zip(costs, scores, strict=True))
    return [
        place
        for place, mine in enumerate(pairs)
        if not any(beats(*other, *mine) for other in pairs)
    ]


unbeaten = Task(
    "unbeaten",
    code="""
    def unbeaten(costs, scores):
        def beats(other, one):
            cheaper, better = costs[other] < costs[one], scores[other] > scores[one]
            no_worse = costs[other] <= costs[one] and scores[other] >= scores[one]
            return no_worse and (cheaper or better)

        places = range(len(costs))
        return [i for i in places if not any(beats(other, i) for other in places)]
    """,
    why="A network falls out if one other is no worse in either respect and better in "
    "one. Two that are equal in both do not beat each other.",
    hints=[
        "For one network, look at all others. When would nobody ever choose it?",
        "Another one beats it if it costs no more, scores no less, and is better in at "
        "least one of the two.",
        "Keep the place i if not any(...) of the others beats it.",
    ],
    notice="What is left is called the Pareto front. On the front, more of the one "
    "always costs some of the other; off it, somebody gives you both.",
    cases=[
        given([1], [90.0]),
        given([1, 2], [90.0, 95.0]),
        given([1, 2], [95.0, 90.0]),
        given([2, 1, 3], [90.0, 90.0, 95.0]),
        given([2, 2, 3], [90.0, 91.0, 95.0]),
        given([2, 2], [90.0, 90.0]),
        given([5, 1, 4, 2, 3], [97.0, 90.0, 96.0, 95.0, 94.0]),
        given([30, 3, 8, 160], [99.1, 99.3, 99.4, 99.6]),
    ],
    mistakes=[
        (
            lambda costs, scores: _left(
                costs, scores, lambda c, s, mine, own: c < mine and s > own
            ),
            "who costs the same and scores more beats the other as well, and so does "
            "who scores the same and costs less.",
        ),
        (
            lambda costs, scores: _left(
                costs,
                scores,
                lambda c, s, mine, own: c < mine and s >= own,
            ),
            "of two that cost the same, the one with the lower score is beaten.",
        ),
        (
            lambda costs, scores: _left(
                costs,
                scores,
                lambda c, s, mine, own: c <= mine and s > own,
            ),
            "of two with the same score, the one that costs more is beaten.",
        ),
        (
            lambda costs, scores: _left(
                costs, scores, lambda c, s, mine, own: c < mine or s > own
            ),
            "to be beaten in one respect is no shame: it falls out only if the *same* "
            "other is no worse in both.",
        ),
        (
            lambda costs, scores: _left(
                costs, scores, lambda c, s, mine, own: c <= mine and s >= own
            ),
            "this lets every network be beaten by itself: it must be better in one "
            "respect at least.",
        ),
        (
            lambda costs, scores: [scores.index(max(scores))],
            "this is only the best score. A cheaper one with a lower score may be what "
            "somebody looks for.",
        ),
        (
            lambda costs, scores: [costs.index(min(costs))],
            "this is only the cheapest. A dearer one with a better score may be what "
            "somebody looks for.",
        ),
        (
            lambda costs, scores: [
                place
                for place, score in enumerate(scores)
                if score > max(scores[:place], default=-1)
            ],
            "they need not come in the order of their costs: compare each with all "
            "others.",
        ),
    ],
)
