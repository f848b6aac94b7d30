"""Answers to `places_of`: right ones, and those that learners write."""

import re

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_16c as exercise


@right(exercise.places_of)
def by_beginnings(text, run):
    return sum(text[k:].startswith(run) for k in range(len(text)))


@right(exercise.places_of)
def by_looking_ahead(text, run):
    return len(re.findall(f"(?={re.escape(run)})", text))


@right(exercise.places_of)
def going_on_by_one(text, run):
    count, place = 0, text.find(run)
    while place >= 0:
        count += 1
        place = text.find(run, place + 1)
    return count


@wrong(exercise.places_of, "overlapping places are missing")
def counts(text, run):
    return text.count(run)


@wrong(exercise.places_of, "the last place is missing")
def stops_early(text, run):
    return sum(text[k : k + len(run)] == run for k in range(len(text) - len(run)))


@wrong(exercise.places_of, "letters that occur in the run")
def letters_of_it(text, run):
    return len([letter for letter in text if letter in run])


@wrong(exercise.places_of, "whether it stands there at all")
def whether(text, run):
    return 1 if run in text else 0


@wrong(exercise.places_of, "would fit")
def fits(text, run):
    return len(text) - len(run) + 1


@wrong(exercise.places_of, "where it first stands")
def first(text, run):
    return text.find(run)
