"""The stored nuclei are those of the package, and nothing else passes for them."""

import hashlib
import io

import numpy as np
import pytest
from PIL import Image

from tests.one_sentence import assert_one_sentence
from tests.tools.packages import as_tar, as_zip
from tools import convert_nuclei as converter
from utils.files.datasets import DATA_FOLDER

# sha256 of the numbers in the package's two pictures, as uint16, row by row.
NUMBERS_SHA256 = {
    "picture": "8952cab7611450bd761f81e14b95bdd197d5b17487ed98f6814fd35720e65963",
    "nuclei": "13ef0db2a960a93cf97cc419d9e02aa90038feb4b143fe6e0623bcfcc10ad5f4",
}


def tif(numbers):
    content = io.BytesIO()
    Image.fromarray(np.asarray(numbers, dtype=np.uint16)).save(content, "TIFF")
    return content.getvalue()


@pytest.fixture
def files(monkeypatch):
    """Two small pictures that pass for the package's, {name in the package: bytes}."""
    rng = np.random.default_rng(0)
    made = {name: tif(rng.integers(256, size=(3, 4))) for name in converter.SOURCES}
    sources = {
        name: (path, hashlib.sha256(made[name]).hexdigest())
        for name, (path, _) in converter.SOURCES.items()
    }
    monkeypatch.setattr(converter, "SOURCES", sources)
    return {path: made[name] for name, (path, _) in sources.items()}


def test_the_stored_numbers_are_those_of_the_package():
    with np.load(DATA_FOLDER / "nuclei.npz", allow_pickle=False) as file:
        found = {
            name: hashlib.sha256(file[name].astype("<u2").tobytes()).hexdigest()
            for name in file
        }
    assert found == NUMBERS_SHA256


@pytest.mark.parametrize("pack", [as_zip, as_tar])
def test_a_package_gives_the_same_bytes_every_time(tmp_path, files, pack):
    package = pack(tmp_path / "package", files)
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    for target in (first, second):
        converter.convert(package, target)
    assert first.read_bytes() == second.read_bytes()
    with np.load(first, allow_pickle=False) as stored:
        assert sorted(stored) == ["nuclei", "picture"]
        assert stored["picture"].dtype == np.uint8
        expected = np.asarray(Image.open(io.BytesIO(files["data/images/img2d.tif"])))
        assert np.array_equal(stored["picture"], expected)


def test_another_file_is_refused_in_one_sentence(tmp_path, files):
    files["data/images/mask2d.tif"] += b" "
    with pytest.raises(ValueError) as caught:
        converter.convert(as_zip(tmp_path / "package", files), tmp_path / "never.npz")
    assert_one_sentence(caught, "stardist 0.9.1", "download it again")
    assert not (tmp_path / "never.npz").exists()


def test_numbers_that_do_not_fit_are_not_cut_off():
    with pytest.raises(ValueError, match="do not fit into a byte"):
        converter.small_whole_numbers(tif([[0, 256]]))
