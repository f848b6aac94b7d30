"""Figures, photos and notebooks that hold them, as Matplotlib draws and stores them."""

import base64
import io
import json
from functools import cache

import matplotlib.pyplot as plt
import nbformat.v4
import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from tools import stored_pictures
from tools.lessons import COURSE

NOTEBOOKS = sorted((COURSE / "notebooks").glob("*.ipynb"))


@cache
def figure(title="accuracy 0.98", shift=0, transparent=False):
    """A drawing as Matplotlib stores it (bytes): 400 by 250 pixels."""
    figure, axes = plt.subplots(figsize=(4, 2.5), dpi=100)
    axes.set_title(title, fontsize=11)
    axes.axhline(0.5 + shift / 192, color="tab:orange")  # the axes are 192 pixels high
    axes.plot(np.linspace(0, 1, 50) ** 2)
    axes.set_ylim(0, 1)
    buffer = io.BytesIO()
    figure.savefig(buffer, transparent=transparent)
    plt.close(figure)
    return buffer.getvalue()


@cache
def photo(change=0, stroke=0):
    """A picture with an alpha channel (bytes): smooth colours beside coarse texture."""
    rows, columns = np.mgrid[:160, :240]
    smooth = np.stack([rows, columns, 255 - rows], axis=-1)
    noise = gaussian_filter(
        np.random.default_rng(0).normal(size=smooth.shape), (1, 1, 0)
    )
    pixels = smooth + 200 * noise * (columns > 120)[..., None]
    pixels[20:30, 20:30] += change
    pixels[:, :10] = 255
    pixels[60:64, 5] -= stroke  # as of a digit, beside the photo
    buffer = io.BytesIO()
    picture = Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).convert("RGBA")
    picture.save(buffer, "PNG", dpi=(100, 100))
    return buffer.getvalue()


def pixels(png, mode="RGB"):
    return np.asarray(Image.open(io.BytesIO(png)).convert(mode))


def as_text(png):
    return base64.b64encode(png).decode()


def animation(frames, name):
    """HTML as Matplotlib writes it: a backslash ends each line of a frame."""
    lines = [
        base64.encodebytes(frame).decode().replace("\n", "\\\n") for frame in frames
    ]
    texts = [
        f'frames[{i}] = "data:image/png;base64,{t}"\n' for i, t in enumerate(lines)
    ]
    return f'<img id="_anim_img{name}">\n' + "".join(texts) + f"anim{name} = 1;\n"


def notebook(*pictures, html=None):
    """A notebook (as JSON holds it) with a cell that shows these."""
    shown = [{"image/png": as_text(png), "text/plain": "<Figure>"} for png in pictures]
    shown += [{"text/html": html}] if html else []
    outputs = [nbformat.v4.new_output("display_data", data) for data in shown]
    text = nbformat.v4.new_markdown_cell("Größe × 2", id="text")
    code = nbformat.v4.new_code_cell("draw()", id="draw", outputs=outputs)
    node = nbformat.v4.new_notebook(cells=[text, code])
    return json.loads(nbformat.writes(node))


def shown(notebook):
    """The pictures (bytes) in a notebook's outputs."""
    outputs = notebook["cells"][1]["outputs"]
    pngs = [output["data"].get("image/png") for output in outputs]
    return [base64.b64decode(png) for png in pngs if png]


def html_of(notebook):
    return "".join(notebook["cells"][1]["outputs"][-1]["data"]["text/html"])


def stored(drawn, before=None):
    """What is stored of a figure just drawn, and how it was counted."""
    anew = notebook(drawn)
    old = notebook(before) if before else {"cells": []}
    tally = stored_pictures.store_pictures(anew, old)
    (kind,) = (kind for kind, number in tally.items() if number)
    return *shown(anew), kind


def write(path, notebook):
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path
