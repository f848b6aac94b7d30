"""Answers to `handing_over`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_09b as exercise


@right(exercise.handing_over)
def step_by_step(confidence, correct, left):
    order = sorted(range(len(confidence)), key=lambda i: confidence[i])
    mistakes = sum(not answer for answer in correct)
    stays, count = mistakes, 0
    while stays > left * mistakes:
        stays -= not correct[order[count]]
        count += 1
    return count


@right(exercise.handing_over)
def by_trying(confidence, correct, left):
    ranked = np.array(correct)[np.argsort(confidence)]
    for count in range(len(ranked) + 1):
        if np.sum(ranked[count:] == 0) <= left * np.sum(ranked == 0):
            return count


@right(exercise.handing_over)
def by_pairs(confidence, correct, left):
    pairs = sorted(zip(confidence, correct, strict=True))
    wrong = [place for place, (_, is_right) in enumerate(pairs, 1) if not is_right]
    must_go = len(wrong) - int(left * len(wrong))
    return wrong[must_go - 1] if must_go else 0


@wrong(exercise.handing_over, "this hands over the surest first")
def surest_first(confidence, correct, left):
    return by_pairs(1 - confidence, correct, left)


@wrong(exercise.handing_over, "in the order in which they stand")
def unsorted(confidence, correct, left):
    stays = np.sum(~correct) - np.cumsum(~correct)
    few = np.append(np.sum(~correct), stays) <= left * np.sum(~correct)
    return np.flatnonzero(few)[0]


@wrong(exercise.handing_over, "`left` is the share that stays")
def share_that_goes(confidence, correct, left):
    return by_trying(confidence, correct, 1 - left)


@wrong(exercise.handing_over, "The share is one of the mistakes")
def of_all_images(confidence, correct, left):
    wrong = ~correct[np.argsort(confidence)]
    for count in range(len(wrong) + 1):
        if wrong[count:].mean() * (1 - count / len(wrong)) <= left:
            return count


@wrong(exercise.handing_over, "at most so many may stay")
def fewer_than(confidence, correct, left):
    wrong = ~correct[np.argsort(confidence)]
    for count in range(len(wrong) + 1):
        if wrong[count:].sum() < left * wrong.sum():
            return count
    return len(wrong) + 1


@wrong(exercise.handing_over, "one too few")
def forgets_none(confidence, correct, left):
    wrong = ~correct[np.argsort(confidence)]
    stays = wrong.sum() - np.cumsum(wrong)
    return np.flatnonzero(stays <= left * wrong.sum())[0]


@wrong(exercise.handing_over, "How many images lie below it?")
def the_threshold(confidence, correct, left):
    return np.append(np.sort(confidence), 1)[by_trying(confidence, correct, left)]


@wrong(exercise.handing_over, "*mistakes* must go")
def only_the_mistakes(confidence, correct, left):
    mistakes = np.sum(~correct)
    return mistakes - int(left * mistakes)
