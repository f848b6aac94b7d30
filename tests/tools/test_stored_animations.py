"""The frames of animations, pictures in a notebook's HTML, are kept or reduced."""

import base64
import re

from tests.tools.drawn_pictures import animation, figure, html_of, notebook
from tools import stored_pictures
from tools.small_png import smaller


def test_an_animation_that_looks_the_same_stays_whole():
    frames = [figure("one"), figure("two")]
    before = notebook(html=animation(frames, "a" * 32))
    assert stored_pictures.store_pictures(before, {"cells": []})["reduced"] == 2
    assert len(html_of(before)) < len(animation(frames, "a" * 32)) / 2
    anew = notebook(html=animation(frames, "b" * 32))
    assert stored_pictures.store_pictures(anew, before)["kept"] == 2
    assert anew == before


def test_a_changed_frame_is_stored_anew_and_html_stays_html():
    before = notebook(html=animation([figure("one"), figure("two")], "a" * 32))
    stored_pictures.store_pictures(before, {"cells": []})
    anew = notebook(html=animation([figure("one"), figure("six")], "b" * 32))
    stored_pictures.store_pictures(anew, before)
    frames = re.findall(r'"data:image/png;base64,([^"\\\s]+)"', html_of(anew))
    expected = [smaller(figure("one")), smaller(figure("six"))]
    assert [base64.b64decode(frame) for frame in frames] == expected
    assert f"anim{'b' * 32} = 1;" in html_of(anew)
    assert html_of(anew).count("\n") == 4


def test_html_without_frames_stays():
    anew, same = (notebook(html="<b>data:image/png;base64, is a way</b>") for _ in "ab")
    stored_pictures.store_pictures(anew, {"cells": []})
    assert anew == same
