"""The task `standard_errors` of lesson 10, training better."""

import math

from utils.checking.cases import given
from utils.checking.tasks import Task

standard_errors = Task(
    "standard_errors",
    code="""
    import math

    def standard_errors(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
        error = math.sqrt(sd_a**2 / n_a + sd_b**2 / n_b)
        return (mean_b - mean_a) / error
    """,
    why="The variance of a mean is s² / n; variances add up, and the root makes a "
    "standard error of the sum.",
    hints=[
        "First the standard error of each mean: it is smaller than the standard "
        "deviation, and by which factor?",
        "sd / √n each. Two independent errors add up as Pythagoras adds: the root of "
        "the sum of their squares.",
        "Divide the difference, b less a, by that root.",
    ],
    notice="How many are enough depends on the seeds: in this lesson's eight "
    "comparisons 5.3 with five seeds, 3.1 with twenty. And "
    'a "±" in a table may be either: always ask whether it is the standard '
    "deviation or the standard error.",
    cases=[
        given(0.0, 6.0, 4, 5.0, 8.0, 4),
        given(0.0, 3.0, 9, 5.0, 4.0, 16),
        given(98.5, 0.3, 5, 98.0, 0.1, 20),
        given(97.6, 0.3, 5, 98.3, 0.1, 5),
        given(99.1, 0.06, 3, 99.1, 0.05, 4),
    ],
    mistakes=[
        (
            lambda ma, sa, na, mb, sb, nb: (mb - ma) / math.hypot(sa, sb),
            "this divides by the scatter of single trainings. Means of n scatter "
            "less: the seeds are not used yet.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (
                (mb - ma) / (sa / math.sqrt(na) + sb / math.sqrt(nb))
            ),
            "the two errors are added as they are, as if both always erred in the "
            "worst direction. Add their squares, and take the root: 3 and 4 make 5.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (mb - ma) / math.hypot(sa / na, sb / nb),
            "divided by n: a mean of n scatters less by the factor √n only.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (
                (mb - ma) / math.sqrt((sa**2 + sb**2) / (na + nb))
            ),
            "the seeds are thrown together. Each mean has its own: sd_a**2 / n_a and "
            "sd_b**2 / n_b.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (
                (mb - ma)
                / math.sqrt(((na - 1) * sa**2 + (nb - 1) * sb**2) / (na + nb - 2))
                / math.sqrt(1 / na + 1 / nb)
            ),
            "this makes one common scatter of the two. Let each keep its own: sd² / n.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (
                (mb - ma) / math.sqrt(sa**2 / (na - 1) + sb**2 / (nb - 1))
            ),
            "n - 1 belongs to the standard deviation, and was used when that was "
            "computed. The error of a mean takes n.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (mb - ma) / math.sqrt((sa**2 + sb**2) / na),
            "both are divided by n_a: n_b is not used yet.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (mb - ma) / math.sqrt((sa**2 + sb**2) / nb),
            "both are divided by n_b: n_a is not used yet.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (mb - ma) / math.sqrt(sa / na + sb / nb),
            "under the root stand variances, the *squares* of the standard deviations.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (mb - ma) / (sa**2 / na + sb**2 / nb),
            "the root is missing: this is the variance of the difference.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (
                (ma - mb) / math.hypot(sa / math.sqrt(na), sb / math.sqrt(nb))
            ),
            "the sign: positive where b is better, so b less a.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: (
                abs(mb - ma) / math.hypot(sa / math.sqrt(na), sb / math.sqrt(nb))
            ),
            "the sign is lost: negative where b is worse.",
        ),
        (
            lambda ma, sa, na, mb, sb, nb: mb - ma,
            "this is the difference itself. By how many standard errors is it away "
            "from 0?",
        ),
    ],
)
