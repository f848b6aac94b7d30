"""What a page answers along a recording is what utils.play.sound computes."""

import numpy as np
import pytest

from utils.play.sound import FILTERS, answers_along


def test_answers_along_time(call_in_node):
    random = np.random.default_rng(0)
    cases = [
        (np.round(random.uniform(-60, 0, (12, 15))), weights)
        for weights in FILTERS.values()
        for _ in range(20)
    ]
    shown = call_in_node(
        "sound.js", "answersAlong", [[p.tolist(), w.tolist()] for p, w in cases]
    )
    for (picture, weights), places in zip(cases, shown, strict=True):
        answers, bands = answers_along(picture, weights)
        assert [place["answer"] for place in places] == pytest.approx(answers.tolist())
        assert [place["band"] for place in places] == bands.tolist()
