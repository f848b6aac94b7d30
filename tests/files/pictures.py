"""Pictures to open: where the course's are, and how a test stores its own."""

from PIL import Image

from tools.lessons import COURSE

IMAGES = COURSE / "images"
FORMATS = ("bmp", "gif", "jpg", "png", "tif", "webp")


def save(array, path, **options):
    Image.fromarray(array).save(path, **options)
    return path
