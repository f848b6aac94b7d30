"""A plaything: two numbers, and the digit that a network draws from them."""

import numpy as np
from matplotlib import pyplot as plt

from utils.drawing.colours import BLUE, GREY, ORANGE
from utils.drawing.panel import frame
from utils.drawing.pictures import show_image
from utils.files.digits import FIELD
from utils.play.widget import Plaything

REACH = 2.5  # of both numbers, up and down
STEP = 0.05
ACROSS = 15  # small drawings in a row of the sheet
APART = 0.25  # places among which the surest digit is looked for
SHEET = {"reach": REACH, "step": STEP, "across": ACROSS, "side": FIELD}
UNDRAWN = "No network here to draw: open this lesson's page, or run its cell."
TEXT = "Here two numbers draw a digit: run this cell, or open the lesson's page."


def play_digit_drawer(drawer, reader, begin=4, ring=9):
    """Move two numbers, see what is drawn from them, and what is read in that.

    drawer: a Keras model from two numbers to a picture (28, 28, 1) in 0..1, 1 is ink.
    reader: one from such a picture to ten probabilities. A page without a kernel draws
    and reads with the course's own networks instead. begin, ring: two digits; the dot
    begins where the first is read most surely, and a ring marks the same of the second.
    Raises ValueError where a model takes or gives something else.
    """
    _check(drawer, "draws", (2,), (FIELD, FIELD, 1))
    _check(reader, "reads", (FIELD, FIELD, 1), (10,))

    def look(places):
        """What is drawn at places (n, 2), and what is read in it, both float32."""
        drawn = drawer(np.asarray(places, dtype=np.float32), training=False)
        return np.asarray(drawn), np.asarray(reader(drawn, training=False))

    places = np.round(middles(round(2 * REACH / APART) + 1, REACH + APART / 2), 6)
    surest = places[look(places)[1].argmax(axis=0)].tolist()
    start, end = surest[begin], surest[ring]
    data = {"sheet": SHEET, "start": start, "ring": end, "undrawn": UNDRAWN}

    def answer(question):
        drawn, probabilities = look(question["places"])
        message = {
            "question": question["question"],
            "count": len(drawn),
            "side": FIELD,
        }
        numbers = np.concatenate([drawn.ravel(), probabilities.ravel()])
        return message, numbers.astype("<f4").tobytes()

    def draw():
        sheet, _ = look(middles())
        drawn, probabilities = look([start])
        return _figure(sheet, start, end, drawn[0], probabilities[0])

    return Plaything("digit_drawer", data, draw, TEXT, answer)


def middles(across=ACROSS, reach=REACH):
    """Return (across², 2): the middles of the sheet's squares, row by row from the top.

    The first number grows to the right, the second upwards. As middlesOf of
    digits/places.js.
    """
    ticks = reach * ((2 * np.arange(across) + 1) / across - 1)
    right, up = np.meshgrid(ticks, -ticks)
    return np.stack([right.ravel(), up.ravel()], axis=1) + 0  # 0 where -0 was


def _check(model, does, takes, gives):
    shapes = model.input_shape[1:], model.output_shape[1:]
    if shapes != (takes, gives):
        raise ValueError(
            f"The network that {does} goes from {takes} to {gives}, but this one goes "
            f"from {shapes[0]} to {shapes[1]}."
        )


def _figure(sheet, start, ring, drawn, probabilities):
    """Draw what the plaything shows at first."""
    figure, axes = plt.subplots(
        1, 3, figsize=(12, 5.2), width_ratios=[2.2, 1, 1.3], layout="constrained"
    )
    rows = sheet.reshape(ACROSS, ACROSS, FIELD, FIELD).swapaxes(1, 2)
    show_image(1 - rows.reshape(ACROSS * FIELD, -1), "From every place …", axes[0])
    axes[0].images[0].set_extent((-REACH, REACH, -REACH, REACH))
    for at, size, face in ((ring, 16, "none"), (start, 11, BLUE)):
        edge = ORANGE if face == "none" else "white"
        mark = {"markersize": size, "markerfacecolor": face, "markeredgecolor": edge}
        axes[0].plot(*at, "o", markeredgewidth=3, **mark)
    axes[0].set_axis_on()
    ticks = range(-int(REACH), int(REACH) + 1)
    reach = -REACH, REACH
    axes[0].set(xticks=ticks, yticks=ticks, xlim=reach, ylim=reach)
    axes[0].set(xlabel="first number", ylabel="second number")
    show_image(1 - drawn, "… a drawing", axes[1])
    frame(axes[1])
    shares = 100 * probabilities
    axes[2].bar(range(10), shares, color=np.where(shares == shares.max(), BLUE, GREY))
    axes[2].set(
        xticks=range(10), ylim=(0, 105), xlabel="digit", ylabel="probability (%)"
    )
    axes[2].set_box_aspect(1)
    axes[2].set_title(f"… read as {probabilities.argmax()}")
    return figure
