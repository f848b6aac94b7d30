"""Lesson 10, training better: its questions and tasks."""

import math

import numpy as np

from utils.exercises.cases import given
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task

__all__ = ["progress"]

luck_of_a_draw = Predict(
    "luck_of_a_draw",
    right="b",
    choices={
        "a": "Better is better on average. A single dot of the one may lie below a "
        "single dot of the other: compare the difference with the band in the figure.",
        "b": "The difference is real, and still the scatter of single trainings "
        "hides it now and then.",
        "c": "Half of the draws would be wrong if the two were equally good. But the "
        "means lie nearly a whole band apart: the worse one needs good luck, and the "
        "better one bad luck in the same draw.",
    },
)

start_value_left = Predict(
    "start_value_left",
    right="c",
    choices={
        "a": "Each batch replaces one hundredth of the average. After fifty batches, "
        "how much can have been replaced?",
        "b": "So it would be with a momentum of about 0.95. Multiply 0.99 by itself, "
        "fifty times.",
        "c": "0.99 to the power of 50. Each batch replaces but a hundredth of what "
        "is there.",
    },
)

strided_stem = Predict(
    "strided_stem",
    right="c",
    choices={
        "a": "Per number they do. But how many numbers does a stem with stride 2 "
        "compute?",
        "b": "25 is 2.8 times as much as 9. By which factor do the places become "
        "fewer, if only every second row and every second column is computed?",
        "c": "25 products instead of 9, at fewer than a quarter of the places.",
    },
)

smoothed_loss = Predict(
    "smoothed_loss",
    right="c",
    choices={
        "a": "That is the plain loss, which never has enough. Where is the target of "
        "the smoothed one?",
        "b": "A loss leaves an answer as it is where it hits the target. 99.9 % is "
        "not the target.",
        "c": "The target is 91 % for the truth, so 99.9 % is too sure, and costs "
        "more than 91 %.",
    },
)

mirrored_digits = Predict(
    "mirrored_digits",
    right="b",
    choices={
        "a": "The filters find a stroke anywhere, but it is the *arrangement* of "
        "strokes that makes a digit. Mirrored, it is another one.",
        "b": "Those look much the same in a mirror. The others turn into signs that "
        "nobody writes.",
        "c": "Write a 0 and an 8 and hold them in front of a mirror.",
    },
)

called_twice = Predict(
    "called_twice",
    right="b",
    choices={
        "a": "So it is for dropout and batch normalisation, which have to be told "
        "that they are in training. Are augmentation layers the same?",
        "b": "Keras' augmentation layers take a plain call for training, unlike "
        "dropout.",
        "c": "Dropout does nothing in a plain call. Is the shifting layer as quiet?",
    },
)

where_shifts_help = Predict(
    "where_shifts_help",
    right="c",
    choices={
        "a": "In one epoch every image is new anyway. Shifts only make it harder.",
        "b": "The better reasoned of the two. But how much is there to gain, with "
        "sixty thousand images and so small a network, and could a few seeds show it?",
        "c": "With so many images there is little learning by heart to prevent. A "
        "good reason is not yet a gain.",
    },
)

own_and_others = Predict(
    "own_and_others",
    right="b",
    choices={
        "a": "It sees each of them fourteen times, and has more than thirty numbers "
        "to remember each by.",
        "b": "It can afford to remember its thousand digits one by one, and what it "
        "remembers of one is of no use for another.",
        "c": "Of its own, yes. But a thousand digits do not show every way in which "
        "people write.",
    },
)

misread_by_tiny = Predict(
    "misread_by_tiny",
    right="c",
    choices={
        "a": "That is about what a single dense layer misreads, with more "
        "parameters: one weight for each place. Here a few weights serve all places.",
        "b": "A small network that has seen each digit once might. This one sees each "
        "thirty times, a little shifted, and uses every weight at every place.",
        "c": "Few parameters, each of them used at every place, and many epochs.",
    },
)

pleasant_illness = Predict(
    "pleasant_illness",
    right="c",
    choices={
        "a": "A reads the digits that judge hardly better than by guessing. Who has "
        "learned them by heart would read them well.",
        "b": "The accuracy of B rises as it should; it is the loss that does not "
        "fall. A leak makes both look good.",
        "c": "Nothing in its curves is bad, and validation keeps up with training to "
        "the end. That is what should make you look.",
        "d": "D differs from the others before the first step, when nothing has been "
        "learned yet, from whatever digits.",
        "e": "E gets nowhere, not even on the digits that it learns from. A leak "
        "makes things look better, not worse.",
    },
)


def _nothing_to_forget(answer):
    if np.any(np.asarray(answer(0.9, 1)) != 0):
        return "if all may be left (a share of 1), not a single batch is needed."
    return None


batches_needed = Task(
    "batches_needed",
    code="""
    import math

    def batches_needed(momentum, share):
        return math.ceil(math.log(share) / math.log(momentum))
    """,
    why="After t batches momentum to the power of t is left; the logarithm brings t "
    "down, and a batch is a whole one.",
    hints=[
        "Each batch multiplies what is left of the start value by the momentum. What "
        "is left after 2 batches, after 3, after t?",
        "momentum ** t must be at most `share`. Try t = 0, 1, 2, … in a loop, or "
        "take logarithms on both sides.",
        "t is at least log(share) / log(momentum). (Both logarithms are negative.) "
        "Round up.",
    ],
    notice="From 0.9 to 0.99 the memory becomes ten times as long: 44 batches "
    "against 459 until a hundredth is left. One more 9, and it is ten times that.",
    cases=[
        given(0.5, 0.25),
        given(0.5, 0.2),
        given(0.9, 0.01),
        given(0.99, 0.01),
        given(0.99, 0.5),
        given(0.999, 0.1),
    ],
    examine=_nothing_to_forget,
    mistakes=[
        (
            lambda momentum, share: math.log(share) / math.log(momentum),
            "this is no whole number of batches. Round it so that at most the share "
            "is left.",
        ),
        (
            lambda momentum, share: round(math.log(share) / math.log(momentum)),
            "rounded to the nearest: where that is down, more than the share is left.",
        ),
        (
            lambda momentum, share: math.floor(math.log(share) / math.log(momentum)),
            "rounded down: after so many batches a little more than the share is left.",
        ),
        (
            lambda momentum, share: (
                math.floor(math.log(share) / math.log(momentum)) + 1
            ),
            "one too many where the share is met exactly: half of a half is a "
            "quarter, after two batches.",
        ),
        (
            lambda momentum, share: math.ceil((1 - share) / (1 - momentum)),
            "each batch takes away a part of what is *left*, not the same amount "
            "each time. So it goes slower and slower.",
        ),
        (
            lambda momentum, share: math.ceil(round(1 / (1 - momentum), 6)),
            "1 / (1 - momentum) batches are how far such an average looks back, "
            "roughly. About a third of the start value is left then; the share asked "
            "for is not used yet.",
        ),
        (
            lambda momentum, share: math.ceil(math.log(1 - share) / math.log(momentum)),
            "this waits until `share` of the start value is *gone*. Asked is when no "
            "more than that is *left*.",
        ),
        (
            lambda momentum, share: math.ceil(math.log(share) / math.log(1 - momentum)),
            "this keeps 1 - momentum of the average with each batch. It keeps "
            "momentum, and takes 1 - momentum of what is new.",
        ),
    ],
)


def _targets(labels, classes, truth, other):
    return np.where(np.eye(classes)[np.asarray(labels)] == 1, truth, other)


def _raised(labels, classes, epsilon, where):
    """Right, but for the places at which the rest is added."""
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[where] += 1 - epsilon
    return targets


_WHOLE_EPSILON = (
    "every other class gets the whole epsilon. It is one portion, dealt out to all "
    "classes."
)

smoothed = Task(
    "smoothed",
    code="""
    import numpy as np

    def smoothed(labels, classes, epsilon):
        targets = np.full((len(labels), classes), epsilon / classes)
        targets[np.arange(len(labels)), labels] += 1 - epsilon
        return targets
    """,
    why="The share epsilon is dealt out to all classes alike, the true one included; "
    "the truth keeps the rest as well.",
    hints=[
        "Begin with epsilon = 0: one row for each label, a 1 at the place of the "
        "true class. np.eye(classes)[labels] makes it.",
        "Now take epsilon away from the truth and deal it out to *all* classes "
        "alike, so that each row still sums to 1.",
        "One-hot times (1 - epsilon), plus epsilon / classes everywhere.",
    ],
    notice="Every row still sums to 1. The fewer the classes, the more the truth "
    "gets back: with two and 0.1 it is 0.95.",
    cases=[
        given(np.array([1, 1, 0]), 2, 0.1),
        given(np.array([2, 0]), 3, 0.3),
        given(np.array([0, 1, 1]), 3, 0.3),
        given(np.array([3, 3, 1]), 4, 0.0),
        given(np.arange(10), 10, 0.1),
        given(np.array([7, 2, 0, 1, 7]), 8, 0.2),
    ],
    mistakes=[
        (
            lambda labels, k, e: _targets(labels, k, 1 - e, e / (k - 1)),
            "epsilon is dealt out to the other classes only. In label smoothing the "
            "true one gets its part as well: 1 - epsilon + epsilon / classes.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 1 - e, e / k),
            "the rows sum to less than 1: the true class gets its epsilon / classes, "
            "too.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 1, e / k),
            "the rows sum to more than 1: what the others get must be taken from the "
            "true class.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 1 + e / k, e / k),
            "the rows sum to more than 1: epsilon is added everywhere, and taken "
            "away nowhere.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 1 - e + e / 10, e / 10),
            "10 is built in: the number of classes is in `classes`.",
        ),
        (lambda labels, k, e: _targets(labels, k, 1, e), _WHOLE_EPSILON),
        (lambda labels, k, e: _targets(labels, k, 1 - e, e), _WHOLE_EPSILON),
        (lambda labels, k, e: _targets(labels, k, 1 - e + e / k, e), _WHOLE_EPSILON),
        (
            lambda labels, k, e: _targets(labels, k, 1, 0),
            "these are one-hot labels, not smoothed yet.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, 0.91, 0.01),
            "0.91 and 0.01 are right for ten classes and epsilon = 0.1. Compute them.",
        ),
        (
            lambda labels, k, e: _targets(labels, k, e / k, 1 - e + e / k),
            "truth and others are exchanged.",
        ),
        (
            lambda labels, k, e: _raised(labels, k, e, np.s_[:, labels]),
            "[:, labels] writes in every row, at the places of *all* labels. Each row "
            "has one place: give its row and its column.",
        ),
        (
            lambda labels, k, e: _raised(labels, k, e, labels),
            "labels pick rows here. They should pick a column, one in each row.",
        ),
    ],
)


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
    notice="In this lesson more than 3 is clear. Four times the seeds double it. And "
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


def _rate(step, steps, peak, start=0.05, end=0.0, up=0.3):
    places = [0, up * steps, steps]
    return np.interp(step, places, [start * peak, peak, end * peak])


straight_cycle = Task(
    "straight_cycle",
    code="""
    def straight_cycle(step, steps, peak):
        up = 0.3 * steps
        if step < up:
            return peak / 20 + (peak - peak / 20) * step / up
        return peak * (steps - step) / (steps - up)
    """,
    why="Up to 30 % of the way a line from peak / 20 to peak, behind that a line to "
    "0; both meet at the peak.",
    hints=[
        "Draw it first: three points, (0, peak / 20), (0.3 · steps, peak) and "
        "(steps, 0), and two lines between them.",
        "The way up: how far along is the step, as a share of 0.3 · steps? Add that "
        "share of the climb, peak - peak / 20, to the start.",
        "The way down: peak, times the share of the fall that is still to come. "
        "np.interp can do both at once.",
    ],
    notice="Half a cosine or a straight line: what matters is large steps in the "
    "middle and ever smaller ones at the end, and that 0 comes with the last step "
    "and not before.",
    cases=[
        given(0, 10, 1.0),
        given(3, 10, 1.0),
        given(10, 10, 1.0),
        given(1, 10, 1.0),
        given(5, 10, 1.0),
        given(60, 200, 0.015),
        given(130, 200, 0.015),
        given(199, 200, 0.4),
    ],
    mistakes=[
        (
            lambda step, steps, peak: _rate(step, steps, peak, start=0),
            "it begins at 0, where nothing is learned. It should begin at peak / 20.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, end=0.05),
            "it ends where it began, at peak / 20. At the end it should be 0.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, up=0.5),
            "the peak stands in the middle; it should be reached after 30 % of the "
            "steps.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, up=0.7),
            "the way up takes 70 %, the fall 30 %. It is the other way round.",
        ),
        (
            lambda step, steps, peak: (
                _rate(step, steps, peak)
                if step < 0.3 * steps
                else peak * (1 - step / steps)
            ),
            "there is a jump at the peak: the fall is measured from step 0. It "
            "begins at 0.3 · steps, with the whole peak.",
        ),
        (
            lambda step, steps, peak: (
                _rate(step, steps, peak)
                if step < 0.3 * steps
                else peak * (1 - (step - 0.3 * steps) / steps)
            ),
            "the fall does not reach 0: it has only the steps behind the peak, not "
            "all of them.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, up=0.3 / steps),
            "the peak comes at once: 0.3 is a share of the steps, not a step.",
        ),
        (
            lambda step, steps, peak: (
                _rate(step, steps, peak)
                if step < 0.3 * steps
                else peak / 2 * (1 + math.cos(math.pi * (step / steps - 0.3) / 0.7))
            ),
            "this falls along half a cosine, as in the lesson. Asked is a straight "
            "line.",
        ),
        (
            lambda step, steps, peak: _rate(step, steps, peak, end=1),
            "after the warm-up the rate stays where it is: the fall is missing.",
        ),
        (
            lambda step, steps, peak: (
                peak / 20 + peak * step / (0.3 * steps)
                if step < 0.3 * steps
                else _rate(step, steps, peak)
            ),
            "the way up overshoots: it begins at peak / 20, so only peak - peak / 20 "
            "is left to climb.",
        ),
    ],
)
