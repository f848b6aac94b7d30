"""The course's style can be read from the back row."""

import matplotlib.pyplot as plt

from utils.drawing.style import use_course_style


def test_course_style_is_large_enough_for_the_back_row():
    with plt.rc_context():
        use_course_style()
        assert plt.rcParams["font.size"] >= 11
