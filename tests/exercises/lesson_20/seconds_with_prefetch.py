"""Answers to `seconds_with_prefetch`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_20 as exercise


@right(exercise.seconds_with_prefetch)
def by_the_clock(read, train, batches):
    ready, done = read, 0
    for _ in range(batches):
        begins = max(ready, done)
        ready, done = begins + read, begins + train
    return done


@right(exercise.seconds_with_prefetch)
def by_who_waits(read, train, batches):
    waits = max(0, read - train) * (batches - 1)
    return read + batches * train + waits


@right(exercise.seconds_with_prefetch)
def by_cases(read, train, batches):
    if read > train:
        return batches * read + train
    return read + batches * train


@wrong(exercise.seconds_with_prefetch, "one after the other")
def in_turn(read, train, batches):
    return (read + train) * batches


@wrong(exercise.seconds_with_prefetch, "for the first batch")
def slower_alone(read, train, batches):
    return max(read * batches, train * batches)


@wrong(exercise.seconds_with_prefetch, "the last training")
def first_read(read, train, batches):
    return read + max(read, train) * batches


@wrong(exercise.seconds_with_prefetch, "the network would have to wait")
def network_never_waits(read, train, batches):
    return batches * train + read


@wrong(exercise.seconds_with_prefetch, "the reader would have to wait")
def reader_never_waits(read, train, batches):
    return train + read * batches


@wrong(exercise.seconds_with_prefetch, "")
def the_faster(read, train, batches):
    return read + (batches - 1) * min(read, train) + train
