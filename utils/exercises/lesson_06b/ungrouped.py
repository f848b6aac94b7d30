"""The task `ungrouped` of lesson 6b, kinds of convolution."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _filters(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape).round(1) + 0.05


def _placed(place):
    """Filters over all channels; `place` says where a group's weights are put."""

    def ungrouped(filters, groups):
        height, width, few, many = filters.shape
        share = many // groups
        whole = np.zeros((height, width, few * groups, many))
        for group in range(groups):
            own = slice(group * share, (group + 1) * share)
            rows, columns = place(group, groups, few, share)
            whole[:, :, rows, columns] = filters[..., own]
        return whole

    return ungrouped


def _in_reverse(group, groups, few, share):
    last = groups - 1 - group
    own = slice(group * share, (group + 1) * share)
    return slice(last * few, (last + 1) * few), own


def _dealt_out(group, groups, few, share):
    return slice(group, None, groups), slice(group * share, (group + 1) * share)


def _all_first(group, groups, few, share):
    return slice(0, few), slice(group * share, (group + 1) * share)


ungrouped = Task(
    "ungrouped",
    code="""
    import numpy as np

    def ungrouped(filters, groups):
        height, width, few, many = filters.shape
        share = many // groups
        whole = np.zeros((height, width, few * groups, many))
        for group in range(groups):
            rows = slice(group * few, (group + 1) * few)
            columns = slice(group * share, (group + 1) * share)
            whole[:, :, rows, columns] = filters[:, :, :, columns]
        return whole
    """,
    why="A grouped filter reads only the channels of its group. A filter that reads "
    "all of them gives the same if its weights for the others are 0.",
    hints=[
        "How many channels come in altogether? `filters` tells how many one filter "
        "reads, and there are `groups` times as many. Begin with zeros of that shape.",
        "Look at the lower half of the wiring figure: blocks along the diagonal. Group "
        "0 connects the first channels in with the first channels out.",
        "Group g reads the channels from g * few on, and its filters are those from "
        "g * share on, with share = many // groups. Copy that block of weights, for "
        "each group.",
    ],
    notice="So a grouped convolution is a standard one, most of whose weights are held "
    "at 0, and left out of the count.",
    cases=[
        given(np.arange(1.0, 3.0).reshape(1, 1, 1, 2), 2),
        given(np.arange(1.0, 9.0).reshape(1, 1, 2, 4), 2),
        given(np.arange(1.0, 7.0).reshape(1, 1, 1, 6), 3),
        given(_filters(0, 1, 1, 3, 4), 1),
        given(_filters(1, 3, 2, 2, 6), 2),
        given(_filters(2, 3, 3, 2, 8), 4),
    ],
    mistakes=[
        (
            lambda filters, groups: np.tile(filters, (1, 1, groups, 1)),
            "the weights are repeated for all channels. A filter must not read those "
            "of the other groups: there its weights are 0.",
        ),
        (
            _placed(_in_reverse),
            "the groups are in reverse: the first filters read the first channels.",
        ),
        (
            _placed(_dealt_out),
            "the channels are dealt out like cards. A group is a block of channels "
            "that stand side by side.",
        ),
        (
            _placed(_all_first),
            "every group reads the first channels. The second group reads those that "
            "follow.",
        ),
        (
            lambda filters, groups: filters,
            "the filters still read the channels of one group. Give each a weight for "
            "all channels, 0 for those of the other groups.",
        ),
    ],
)
