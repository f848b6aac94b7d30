"""Lesson 10: answers that are right, and answers that learners write."""

import math

import numpy as np

from exercises.collected import right, wrong
from utils.exercises import lesson_10 as exercise


@right(exercise.batches_needed)
def by_counting(momentum, share):
    batches, left = 0, 1
    while left > share:
        batches, left = batches + 1, left * momentum
    return batches


@right(exercise.batches_needed)
def by_powers(momentum, share):
    return np.argmax(momentum ** np.arange(10_000) <= share)


@right(exercise.batches_needed)
def by_numpy(momentum, share):
    return np.ceil(np.log2(share) / np.log2(momentum)).astype("float32")


@wrong(exercise.batches_needed, "rounded down")
def one_too_few(momentum, share):
    return int(np.log(share) / np.log(momentum))


@wrong(exercise.batches_needed, "one too many where the share is met exactly")
def until_below(momentum, share):
    batches, left = 0, 1
    while left >= share:
        batches, left = batches + 1, left * momentum
    return batches


@wrong(exercise.batches_needed, "a part of what is *left*")
def evenly(momentum, share):
    batches, left = 0, 1
    while left > share + 1e-9:
        batches, left = batches + 1, left - (1 - momentum)
    return batches


@wrong(exercise.batches_needed, "the share asked for is not used yet")
def memory(momentum, share):
    return round(1 / (1 - momentum))


@wrong(exercise.batches_needed, "no more than that is *left*")
def share_gone(momentum, share):
    batches = 0
    while 1 - momentum**batches < share:
        batches += 1
    return batches


@wrong(exercise.batches_needed, "no whole number of batches")
def not_rounded(momentum, share):
    return math.log(share) / math.log(momentum)


@wrong(exercise.batches_needed, "rounded to the nearest")
def to_the_nearest(momentum, share):
    return np.round(np.log(share) / np.log(momentum))


@wrong(exercise.batches_needed, "not a single batch is needed")
def one_at_least(momentum, share):
    batches = 1
    while momentum**batches > share:
        batches += 1
    return batches


@wrong(exercise.batches_needed, "returns 3. Right is 2.")
def one_too_many(momentum, share):
    return by_counting(momentum, share) + 1


@wrong(exercise.batches_needed, "did not end within 10 seconds")
def never_ends(momentum, share):
    left = 1
    while left > share:
        left = max(left * momentum, 1)


@right(exercise.smoothed)
def from_the_identity(labels, classes, epsilon):
    return np.eye(classes)[labels] * (1 - epsilon) + epsilon / classes


@right(exercise.smoothed)
def with_loops(labels, classes, epsilon):
    low = epsilon / classes
    return [
        [1 - epsilon + low if k == label else low for k in range(classes)]
        for label in labels
    ]


@right(exercise.smoothed)
def with_keras(labels, classes, epsilon):
    from keras import ops

    return ops.one_hot(labels, classes) * (1 - epsilon) + epsilon / classes


@wrong(exercise.smoothed, "to the other classes only")
def others_only(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return one_hot * (1 - epsilon) + (1 - one_hot) * epsilon / (classes - 1)


@wrong(exercise.smoothed, "the rows sum to less than 1")
def too_little(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return np.where(one_hot == 1, 1 - epsilon, epsilon / classes)


@wrong(exercise.smoothed, "taken away nowhere")
def too_much(labels, classes, epsilon):
    return np.eye(classes)[labels] + epsilon / classes


@wrong(exercise.smoothed, "these are one-hot labels")
def not_smoothed(labels, classes, epsilon):
    return np.eye(classes)[labels]


@wrong(exercise.smoothed, "Compute them")
def of_the_lesson(labels, classes, epsilon):
    return np.eye(classes)[labels] * 0.9 + 0.01


@wrong(exercise.smoothed, "10 is built in")
def always_ten(labels, classes, epsilon):
    return np.eye(classes)[labels] * (1 - epsilon) + epsilon / 10


@wrong(exercise.smoothed, "gets the whole epsilon")
def undivided(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon)
    for row, label in enumerate(labels):
        targets[row, label] = 1 - epsilon
    return targets


@wrong(exercise.smoothed, "gets the whole epsilon")
def undivided_for_the_others(labels, classes, epsilon):
    one_hot = np.eye(classes)[labels]
    return np.where(one_hot == 1, 1 - epsilon + epsilon / classes, epsilon)


@wrong(exercise.smoothed, "the places of *all* labels")
def in_every_row(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[:, labels] = 1 - epsilon + epsilon / classes
    return targets


@wrong(exercise.smoothed, "labels pick rows here")
def in_the_wrong_rows(labels, classes, epsilon):
    targets = np.full((len(labels), classes), epsilon / classes)
    targets[labels] = 1 - epsilon + epsilon / classes
    return targets


@wrong(exercise.smoothed, "has the shape (3, 2); (3, 3) is right: one too few")
def classes_that_occur(labels, classes, epsilon):
    one_hot = np.eye(labels.max() + 1)[labels]
    return one_hot * (1 - epsilon) + epsilon / classes


@wrong(exercise.smoothed, "the axes stand in another order")
def classes_first(labels, classes, epsilon):
    return (np.eye(classes)[labels] * (1 - epsilon) + epsilon / classes).T


@wrong(exercise.smoothed, "has the shape (2,); (3, 2) is right")
def first_label_only(labels, classes, epsilon):
    return np.eye(classes)[labels[0]] * (1 - epsilon) + epsilon / classes


@right(exercise.standard_errors)
def with_hypot(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / math.hypot(sd_a / n_a**0.5, sd_b / n_b**0.5)


@right(exercise.standard_errors)
def with_a_norm(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    errors = np.array([sd_a, sd_b]) / np.sqrt([n_a, n_b])
    return [(mean_b - mean_a) / np.linalg.norm(errors)]


@right(exercise.standard_errors)
def by_welch(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    from scipy.stats import ttest_ind_from_stats

    b, a = (mean_b, sd_b, n_b), (mean_a, sd_a, n_a)
    return ttest_ind_from_stats(*b, *a, equal_var=False).statistic


@wrong(exercise.standard_errors, "the seeds are not used yet")
def of_single_trainings(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / np.sqrt(sd_a**2 + sd_b**2)


@wrong(exercise.standard_errors, "3 and 4 make 5")
def added_as_they_are(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / (sd_a / np.sqrt(n_a) + sd_b / np.sqrt(n_b))


@wrong(exercise.standard_errors, "by the factor √n only")
def divided_by_n(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / np.sqrt((sd_a / n_a) ** 2 + (sd_b / n_b) ** 2)


@wrong(exercise.standard_errors, "the seeds are thrown together")
def pooled(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / np.sqrt((sd_a**2 + sd_b**2) / (n_a + n_b))


@wrong(exercise.standard_errors, "one common scatter")
def by_student(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    from scipy.stats import ttest_ind_from_stats

    return ttest_ind_from_stats(mean_b, sd_b, n_b, mean_a, sd_a, n_a).statistic


@wrong(exercise.standard_errors, "n - 1 belongs to the standard deviation")
def one_less_twice(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return with_hypot(mean_a, sd_a, n_a - 1, mean_b, sd_b, n_b - 1)


@wrong(exercise.standard_errors, "n_b is not used yet")
def one_n_for_both(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return with_hypot(mean_a, sd_a, n_a, mean_b, sd_b, n_a)


@wrong(exercise.standard_errors, "the root is missing")
def without_the_root(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return (mean_b - mean_a) / (sd_a**2 / n_a + sd_b**2 / n_b)


@wrong(exercise.standard_errors, "b less a")
def a_less_b(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return -with_hypot(mean_a, sd_a, n_a, mean_b, sd_b, n_b)


@wrong(exercise.standard_errors, "the sign is lost")
def without_sign(mean_a, sd_a, n_a, mean_b, sd_b, n_b):
    return abs(with_hypot(mean_a, sd_a, n_a, mean_b, sd_b, n_b))


@right(exercise.straight_cycle)
def interpolated(step, steps, peak):
    return np.interp(step, [0, 0.3 * steps, steps], [peak / 20, peak, 0])


@right(exercise.straight_cycle)
def the_lower_of_two_lines(step, steps, peak):
    up = peak * (0.05 + 0.95 * step / (0.3 * steps))
    down = peak * (1 - step / steps) / 0.7
    return np.float32(min(up, down))


@right(exercise.straight_cycle)
def from_a_table(step, steps, peak):
    up = round(0.3 * steps)
    rates = np.linspace(peak / 20, peak, up + 1).tolist()
    return (rates + np.linspace(peak, 0, steps - up + 1).tolist()[1:])[step]


@wrong(exercise.straight_cycle, "it begins at 0")
def from_nothing(step, steps, peak):
    return np.interp(step, [0, 0.3 * steps, steps], [0, peak, 0])


@wrong(exercise.straight_cycle, "it ends where it began")
def back_to_the_start(step, steps, peak):
    return np.interp(step, [0, 0.3 * steps, steps], [peak / 20, peak, peak / 20])


@wrong(exercise.straight_cycle, "there is a jump at the peak")
def measured_from_step_0(step, steps, peak):
    if step < 0.3 * steps:
        return interpolated(step, steps, peak)
    return peak - peak * step / steps


@wrong(exercise.straight_cycle, "the fall does not reach 0")
def falls_too_slowly(step, steps, peak):
    up = 0.3 * steps
    if step < up:
        return interpolated(step, steps, peak)
    return peak - peak * (step - up) / steps


@wrong(exercise.straight_cycle, "0.3 is a share of the steps")
def share_for_a_step(step, steps, peak):
    return np.interp(step, [0, 0.3, steps], [peak / 20, peak, 0])


@wrong(exercise.straight_cycle, "along half a cosine")
def as_in_the_lesson(step, steps, peak):
    up = round(0.3 * steps)
    if step < up:
        return interpolated(step, steps, peak)
    return peak * 0.5 * (1 + np.cos(np.pi * (step - up) / (steps - up)))


@wrong(exercise.straight_cycle, "the fall is missing")
def warm_up_only(step, steps, peak):
    return peak / 20 + 0.95 * peak * min(step / (0.3 * steps), 1)


@wrong(exercise.straight_cycle, "the way up overshoots")
def climbs_too_far(step, steps, peak):
    if step < 0.3 * steps:
        return peak / 20 + peak * step / (0.3 * steps)
    return interpolated(step, steps, peak)


@wrong(exercise.straight_cycle, "the peak stands in the middle")
def up_and_down_alike(step, steps, peak):
    return np.interp(step, [0, steps / 2, steps], [peak / 20, peak, 0])


@wrong(
    exercise.straight_cycle, "straight_cycle(10, 10, 1) returns -0.166667. Right is 0."
)
def too_early(step, steps, peak):
    if step < 0.3 * steps:
        return interpolated(step, steps, peak)
    return peak * (steps - 1 - step) / (steps - 1 - 0.3 * steps)
