"""The pictures of the course are there, listed, and open."""

import hashlib
import re

import pytest

from tests.files.pictures import IMAGES
from utils.files.images import load_image

# --- the pictures of the course -----------------------------------------------------


def test_readme_lists_every_picture_with_its_sha256():
    table = dict(
        re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", readme(), re.MULTILINE)
    )
    pictures = [path for path in IMAGES.glob("*.*") if path.suffix != ".md"]
    assert table == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in pictures
    }


def readme():
    return (IMAGES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name, shape",
    [
        ("astronaut.png", (512, 512, 3)),
        ("brick.png", (512, 512, 3)),
        ("camera.png", (512, 512, 3)),
        ("chelsea.png", (300, 451, 3)),
        ("coffee.png", (400, 600, 3)),
        ("my_digit.png", (280, 280, 3)),
        ("rocket.jpg", (427, 640, 3)),
        ("starry_night.jpg", (384, 484, 3)),
        ("where_this_leads.png", (390, 1100, 3)),
    ],
)
def test_every_picture_of_the_course_opens(name, shape):
    assert load_image(IMAGES / name).shape == shape
