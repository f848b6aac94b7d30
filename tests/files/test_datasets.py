"""The data are whole, files that are not say how to mend them, splits are fair."""

import csv
import hashlib
import re
import shutil
import struct

import numpy as np
import pytest

from utils.files import datasets
from utils.files.datasets import (
    DATA_FOLDER,
    MNIST_SHA256,
    PHOTOS_SHA256,
    load_mnist,
    load_photos,
    verified_path,
)

# sha256 of the four idx files that LeCun, Cortes and Burges published, unpacked.
IDX_SHA256 = {
    "x_train": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "y_train": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "x_test": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "y_test": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}


@pytest.fixture(scope="module")
def mnist():
    return load_mnist()


@pytest.fixture
def data_copy(tmp_path, monkeypatch):
    """A data folder of its own, with a copy of mnist.npz to spoil."""
    shutil.copy(DATA_FOLDER / "mnist.npz", tmp_path)
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    return tmp_path / "mnist.npz"


@pytest.fixture(scope="module")
def photos():
    return load_photos(size=32)


@pytest.fixture
def photos_copy(tmp_path, monkeypatch):
    """A data folder of its own, with a copy of the photos to spoil."""
    shutil.copytree(DATA_FOLDER / "photos", tmp_path / "photos")
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    return tmp_path / "photos"


def assert_one_sentence_with_the_way_back(caught, file="mnist.npz"):
    message = str(caught.value)
    assert message.startswith(f"data/{file} ")
    assert f"restore it with `git checkout -- data/{file}`" in message
    assert "\n" not in message and message.endswith(".")
    assert caught.value.__cause__ is None and caught.value.__context__ is None


def test_shapes_and_types(mnist):
    for (images, labels), count in zip(mnist, (60_000, 10_000), strict=True):
        assert images.shape == (count, 28, 28)
        assert images.dtype == np.float32
        assert images.min() == 0 and images.max() == 1
        assert labels.shape == (count,)
        assert labels.dtype == np.int64


def test_counts_per_digit(mnist):
    (_, y_train), (_, y_test) = mnist
    train = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    test = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert np.bincount(y_train).tolist() == train
    assert np.bincount(y_test).tolist() == test


def test_mean_brightness(mnist):
    (x_train, _), _ = mnist
    assert x_train.mean(dtype=np.float64) == pytest.approx(33.318421 / 255, abs=1e-6)


def test_content_is_that_of_the_published_idx_files(mnist):
    (x_train, y_train), (x_test, y_test) = mnist
    arrays = dict(zip(IDX_SHA256, (x_train, y_train, x_test, y_test), strict=True))
    for name, array in arrays.items():
        scale = 255 if array.ndim == 3 else 1
        content = np.round(array * scale).astype(np.uint8)
        magic = 2051 if array.ndim == 3 else 2049
        header = struct.pack(f">{1 + array.ndim}I", magic, *array.shape)
        idx_file = header + content.tobytes()
        assert hashlib.sha256(idx_file).hexdigest() == IDX_SHA256[name], name


def test_missing_file(data_copy):
    data_copy.unlink()
    with pytest.raises(FileNotFoundError, match="is missing") as caught:
        load_mnist()
    assert_one_sentence_with_the_way_back(caught)


def test_truncated_file(data_copy):
    data_copy.write_bytes(data_copy.read_bytes()[:1_000_000])
    with pytest.raises(ValueError, match="truncated or altered") as caught:
        load_mnist()
    assert_one_sentence_with_the_way_back(caught)


def test_file_altered_in_one_bit(data_copy):
    content = bytearray(data_copy.read_bytes())
    content[5_000_000] ^= 1
    data_copy.write_bytes(content)
    with pytest.raises(ValueError, match="truncated or altered") as caught:
        load_mnist()
    assert_one_sentence_with_the_way_back(caught)


def test_file_altered_after_its_first_use(data_copy):
    assert verified_path("mnist.npz", MNIST_SHA256) == data_copy
    with data_copy.open("ab") as file:
        file.write(b"more")
    with pytest.raises(ValueError, match="truncated or altered"):
        verified_path("mnist.npz", MNIST_SHA256)


def test_check_reads_the_file_once(data_copy, monkeypatch):
    verified_path("mnist.npz", MNIST_SHA256)
    monkeypatch.setattr(datasets.hashlib, "sha256", None)
    assert verified_path("mnist.npz", MNIST_SHA256) == data_copy


def test_readme_states_the_sha256_of_the_code():
    readme = (DATA_FOLDER / "README.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", readme, re.M))
    assert table["mnist.npz"] == MNIST_SHA256
    assert table["photos/attribution.csv"] == PHOTOS_SHA256
    for sha256 in IDX_SHA256.values():
        assert sha256 in readme


def test_photos_shapes_and_types(photos):
    images, labels, class_names = photos
    assert images.shape == (132, 32, 32, 3) and images.dtype == np.float32
    assert 0 <= images.min() < 0.05 and 0.95 < images.max() <= 1
    assert labels.shape == (132,) and labels.dtype == np.int64
    assert class_names == ["animal", "fish", "monument", "tool"]
    assert np.bincount(labels).tolist() == [29, 28, 37, 38]


def test_some_classes_in_the_order_asked_for(photos):
    images, labels, class_names = load_photos(("tool", "fish"), size=32)
    assert class_names == ["tool", "fish"]
    np.testing.assert_array_equal(images[labels == 0], photos[0][photos[1] == 3])
    np.testing.assert_array_equal(images[labels == 1], photos[0][photos[1] == 1])


@pytest.mark.parametrize(
    "classes",
    ["fishes", ["fish", "cat"], [], ["fish", "fish"], None, 3, b"fish", [["fish"]]],
    ids=str,
)
def test_unknown_photo_class(classes):
    with pytest.raises(ValueError, match="animal, fish, monument, tool: name one"):
        load_photos(classes)


@pytest.mark.parametrize("size", [2.5, "160", None])
def test_photo_size_that_is_no_whole_number(size):
    with pytest.raises(TypeError, match="size must be a whole number"):
        load_photos(["fish"], size)


def test_every_photo_has_its_row_in_the_attribution_and_every_row_is_full():
    folder = DATA_FOLDER / "photos"
    with (folder / "attribution.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    files = [path.relative_to(folder).as_posix() for path in folder.glob("*/*")]
    assert sorted(row["file"] for row in rows) == sorted(files)
    for row in rows:
        assert all(value.strip() for value in row.values()), row
        assert row["licence"] in {"CC0-1.0", "Public Domain"}
        assert row["source"].startswith("http")


def test_missing_photo(photos_copy):
    (photos_copy / "fish/fish_02.jpg").unlink()
    with pytest.raises(FileNotFoundError, match="is missing") as caught:
        load_photos(["fish"])
    assert_one_sentence_with_the_way_back(caught, "photos/fish/fish_02.jpg")


@pytest.mark.parametrize("file", ["fish/fish_02.jpg", "attribution.csv"])
def test_altered_photo_or_table(photos_copy, file):
    with (photos_copy / file).open("ab") as spoilt:
        spoilt.write(b"more")
    with pytest.raises(ValueError, match="truncated or altered") as caught:
        load_photos(["fish"])
    assert_one_sentence_with_the_way_back(caught, f"photos/{file}")


def test_a_photo_that_a_learner_adds_is_not_taken_for_one_of_ours(photos_copy):
    shutil.copy(photos_copy / "fish/fish_01.jpg", photos_copy / "fish/mine.jpg")
    assert len(load_photos(["fish"], size=8)[0]) == 28
