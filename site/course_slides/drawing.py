"""Draw a lesson's figure anew at the size of a slide, with type for the back row."""

import textwrap

from matplotlib.text import Text
from matplotlib.ticker import FixedLocator

from utils.drawing.drawn_texts import overlaps, texts_as_drawn
from utils.drawing.sliding_window import with_offline_buttons

WIDTH = 1200  # pixels of a slide of 1280 × 720 that a figure may take
HEIGHT, HEIGHT_BELOW_VOTES = 500, 440
PIXELS_PER_INCH = 150
SMALLEST = 12  # points: 25 pixels of a slide
SHARPNESS = 1.5  # pixels of the file for each pixel of the slide
MOST_OF_PANEL = 1.02  # the width of a title, in widths of its panel
MOST_GROWTH = 1.35  # so that no panel of a small figure becomes a poster
SMALL = {"lossless": True, "quality": 30}  # WebP: half a PNG's size, the same pixels


def draw_large(figure, path, height, panels=None, size=None, stretch=False, texts=None):
    """Store a figure for a slide, at most `height` pixels; return what stands in it.

    panels: the axes to keep, by their numbers in the figure; None: all. size: (width,
    height) in inches of 150 pixels, where the lesson's proportions do not serve.
    stretch: whether the cells of a table may be wider than high. texts: {text: other},
    what stands in place of a text that is too long for a slide.
    Returns {"title", "smallest": pixels, "overlaps": sentences, "width", "height"}.
    """
    title = take_title(figure)
    if panels is not None:
        title = keep_panels(figure, panels) or title
    if stretch:
        for ax in figure.axes:
            ax.set_aspect("auto")
    for text in texts_of(figure) if texts else ():
        text.set_text(texts.get(text.get_text(), text.get_text()))
    fit(figure, height, size)
    box = box_of(figure)
    growth = min(
        WIDTH / box.width / PIXELS_PER_INCH,
        height / box.height / PIXELS_PER_INCH,
        MOST_GROWTH,
    )
    scale = growth * PIXELS_PER_INCH
    figure.savefig(path, dpi=scale * SHARPNESS, bbox_inches=box, pil_kwargs=SMALL)
    facts = facts_of(figure, growth) | {"title": title}
    return facts | {"width": box.width * scale, "height": box.height * scale}


def draw_animation(animation, to_jshtml):
    """An animation as a page at the size of a slide, and what stands in it."""
    figure = animation._fig
    title = take_title(figure)
    fit(figure, HEIGHT - 100)  # below it stand its buttons
    figure.set_dpi(PIXELS_PER_INCH)
    page = with_offline_buttons(to_jshtml())
    return {"page": page} | facts_of(figure, 1) | {"title": title}


def take_title(figure):
    """Take the title out of a figure, and return it: "" where it has none."""
    if figure.get_suptitle():
        title = figure.get_suptitle()
        figure.suptitle("")
        figure._suptitle.set_in_layout(False)
        return title
    axes = [ax for ax in figure.axes if ax.get_label() != "<colorbar>"]
    if len(axes) != 1:
        return ""
    title = axes[0].get_title()
    axes[0].set_title("")
    return title


def keep_panels(figure, panels):
    """Leave only some axes, by number, side by side; return the title of a lone one."""
    axes = figure.axes
    kept = [axes[number] for number in panels]
    for ax in axes:
        if ax not in kept:
            ax.remove()
    places = figure.add_gridspec(1, len(kept))
    for place, ax in zip(places, kept, strict=True):
        ax.set_subplotspec(place)
    if len(kept) > 1:
        return ""
    title = kept[0].get_title()
    kept[0].set_title("")
    return title


def fit(figure, height, size=None):
    """Give a figure the size of a slide in inches, and type that can be read there."""
    most_width, most_height = WIDTH / PIXELS_PER_INCH, height / PIXELS_PER_INCH
    wide, high = size or figure.get_size_inches()
    scale = min(1, most_width / wide)
    figure.set_size_inches(wide * scale, min(high * scale, most_height))
    for text in texts_of(figure):
        text.set_fontsize(max(text.get_fontsize(), SMALLEST))
    figure.draw_without_rendering()  # places all parts
    if break_legends(figure):
        figure.draw_without_rendering()
    if break_labels(figure):
        figure.draw_without_rendering()
    if break_titles(figure):
        figure.draw_without_rendering()
    for _ in range(2):  # what sticks out of the figure needs room, too
        box, (wide, high) = box_of(figure), figure.get_size_inches()
        over = max(0, box.width - most_width), max(0, box.height - most_height)
        if any(over):
            wide, high = (
                max(wide - over[0], 0.8 * wide),
                max(high - over[1], 0.8 * high),
            )
            figure.set_size_inches(wide, high)
            figure.draw_without_rendering()
    figure.set_layout_engine("none")  # all is placed; every drawing would do it again


def box_of(figure):
    """What a figure covers, a rim included, in inches."""
    return figure.get_tightbbox().padded(0.05)


def break_legends(figure):
    """Give legends that are wider than their place fewer columns; say if any."""
    broken = False
    for holder in (figure, *figure.axes):
        is_figure = holder is figure
        legend = next(iter(figure.legends), None) if is_figure else holder.get_legend()
        if legend is None or width_of(legend) <= width_of(holder):
            continue
        place = {"loc": "outside lower center", "ncols": 2}
        on_picture = not is_figure and bool(holder.images)  # of any brightness
        legend.remove()
        holder.legend(
            legend.legend_handles,
            [text.get_text() for text in legend.get_texts()],
            fontsize=legend.get_texts()[0].get_fontsize(),
            frameon=on_picture or legend.get_frame_on(),
            **(place if is_figure else {"loc": "upper right"}),
        )
        broken = True
    return broken


def break_labels(figure):
    """Break labels that a panel has no room for into lines; say whether any was."""
    broken = [break_beside(ax) | break_below(ax) for ax in figure.axes]
    return any(broken)


def break_beside(ax):
    """The label of a panel's upright axis."""
    label, room = ax.yaxis.label, ax.get_window_extent().height
    high = label.get_window_extent().height / max(1, room)
    if high <= MOST_OF_PANEL:
        return False
    letters = int(len(label.get_text()) / high * MOST_OF_PANEL)
    label.set_text(textwrap.fill(label.get_text(), max(letters, 8)))
    return True


def break_below(ax):
    """The names of the places along a panel's level axis."""
    labels = [label for label in ax.get_xticklabels() if label.get_text()]
    if not labels or not isinstance(ax.xaxis.get_major_locator(), FixedLocator):
        return False
    widest = max(labels, key=width_of)
    share = 0.9 * width_of(ax) / len(labels) / width_of(widest)
    if share >= 1 or " " not in widest.get_text():
        return False
    letters = max(int(len(widest.get_text()) * share), 4)
    lines = [textwrap.fill(label.get_text(), letters) for label in labels]
    ax.set_xticks([label.get_position()[0] for label in labels], lines)
    return True


def width_of(part):
    """The width of a part of a figure, or of the figure, in pixels."""
    return part.get_window_extent().width


def break_titles(figure):
    """Break titles that are wider than their panels into lines; say whether any was."""
    broken = False
    for ax in figure.axes:
        title = ax.title
        wide = title.get_window_extent().width / max(1, ax.get_window_extent().width)
        if wide > MOST_OF_PANEL and "\n" not in title.get_text():
            letters = int(len(title.get_text()) / wide * MOST_OF_PANEL)
            title.set_text(
                textwrap.fill(title.get_text(), max(letters, 8), break_long_words=False)
            )
            broken = True
    return broken


def facts_of(figure, growth):
    """The smallest type in pixels of a slide, and which texts overlap."""
    texts = texts_of(figure)
    sizes = [text.get_fontsize() for text in texts]
    pixels = growth * PIXELS_PER_INCH / 72
    return {
        "smallest": min(sizes) * pixels if sizes else None,
        "overlaps": overlaps(texts),
    }


def texts_of(figure):
    """The texts that a figure draws, those of several lines too."""
    lines = texts_as_drawn(figure)  # without those: Matplotlib draws each line alone
    several = [t for t in figure.findobj(Text) if "\n" in t.get_text()]
    return lines + [t for t in several if t.get_visible() and t not in lines]
