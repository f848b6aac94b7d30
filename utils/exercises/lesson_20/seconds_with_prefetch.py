"""The task `seconds_with_prefetch` of lesson 20, more than one machine."""

from utils.checking.cases import given
from utils.checking.tasks import Task

seconds_with_prefetch = Task(
    "seconds_with_prefetch",
    code="""
    def seconds_with_prefetch(read, train, batches):
        return read + (batches - 1) * max(read, train) + train
    """,
    why="The first batch must be read before anything trains, and after the last one "
    "nothing is left to read. In between, both go on at once, and the slower one sets "
    "the pace.",
    hints=[
        "Draw two bars, one for the reader and one for the network, for three batches.",
        "The first batch has to be waited for. From then on, who waits for whom?",
        "One reading at the beginning, one training at the end, and in between "
        "batches - 1 times the longer of the two.",
    ],
    notice="With many batches only the slower of the two counts. Where that is the "
    "reader, a faster GPU brings nothing.",
    cases=[
        given(2, 3, 1),
        given(2, 3, 2),
        given(3, 2, 4),
        given(0.01, 0.015, 100),
        given(5, 5, 3),
    ],
    mistakes=[
        (
            lambda read, train, batches: batches * (read + train),
            "so it takes without prefetch: one after the other.",
        ),
        (
            lambda read, train, batches: batches * max(read, train),
            "nobody waits for the first batch here, and for the last training.",
        ),
        (
            lambda read, train, batches: read + batches * max(read, train),
            "where reading takes longer, the last training is not waited for: while it "
            "runs, nothing is read any more.",
        ),
        (
            lambda read, train, batches: read + batches * train,
            "the network would have to wait where reading takes longer.",
        ),
        (
            lambda read, train, batches: batches * read + train,
            "the reader would have to wait where training takes longer: it reads one "
            "batch ahead.",
        ),
    ],
)
