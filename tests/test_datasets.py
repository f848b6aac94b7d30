"""MNIST is whole, and a data file that is not says how to restore it."""

import hashlib
import re
import shutil
import struct

import numpy as np
import pytest

from utils import datasets
from utils.datasets import DATA_FOLDER, MNIST_SHA256, load_mnist, verified_path

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


def assert_one_sentence_with_the_way_back(caught):
    message = str(caught.value)
    assert message.startswith("data/mnist.npz ")
    assert "restore it with `git checkout -- data/mnist.npz`" in message
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
    for sha256 in IDX_SHA256.values():
        assert sha256 in readme
