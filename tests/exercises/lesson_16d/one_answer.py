"""Answers to `one_answer`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16d as exercise


@right(exercise.one_answer)
def by_products(probabilities, prompts):
    return np.array(
        [
            probabilities[prompts == prompt].prod(axis=0).argmax()
            for prompt in sorted(set(prompts))
        ]
    )


@right(exercise.one_answer)
def row_by_row(probabilities, prompts):
    sums = {}
    for row, prompt in zip(probabilities, prompts, strict=True):
        sums[prompt] = sums.get(prompt, 0) + np.log(row)
    return [int(np.argmax(sums[prompt])) for prompt in sorted(sums)]


@wrong(exercise.one_answer, "were added")
def means(probabilities, prompts):
    return [
        int(probabilities[prompts == prompt].mean(axis=0).argmax())
        for prompt in np.unique(prompts)
    ]


@wrong(exercise.one_answer, "this is a vote")
def votes(probabilities, prompts):
    answers = probabilities.argmax(axis=1)
    return [
        int(np.bincount(answers[prompts == prompt]).argmax())
        for prompt in np.unique(prompts)
    ]


@wrong(exercise.one_answer, "order of their numbers")
def as_they_come(probabilities, prompts):
    sums = {}
    for row, prompt in zip(probabilities, prompts, strict=True):
        sums[prompt] = sums.get(prompt, 0) + np.log(row)
    return [int(np.argmax(found)) for found in sums.values()]


@wrong(exercise.one_answer, "only the first second")
def first_second(probabilities, prompts):
    _, places = np.unique(prompts, return_index=True)
    return probabilities[places].argmax(axis=1)
