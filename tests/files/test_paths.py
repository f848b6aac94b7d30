"""A name that leads to no file is answered in one sentence."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.files.pictures import save
from tests.one_sentence import assert_one_sentence
from utils.files.images import load_image


@pytest.mark.parametrize("typed", ["chelsae.png", "Chelsea.PNG.png", "chelsea.jpg"])
def test_missing_file_with_a_similar_name_beside_it(tmp_path, typed):
    (tmp_path / "Chelsea.png").touch()
    with pytest.raises(
        FileNotFoundError, match=r"did you mean 'Chelsea\.png'"
    ) as caught:
        load_image(tmp_path / typed)
    assert_one_sentence(caught, typed)


def test_missing_file_without_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="check its name and folder") as caught:
        load_image("cat.png")
    assert_one_sentence(caught, Path.cwd().as_posix() + "/cat.png")


def test_missing_folder(tmp_path):
    with pytest.raises(FileNotFoundError, match="There is no folder") as caught:
        load_image(tmp_path / "nowhere" / "cat.png")
    assert_one_sentence(caught, "nowhere")


@pytest.mark.parametrize("name", ["a\0b.png", "x" * 5000 + ".png", "line\nbreak.png"])
def test_names_that_no_system_holds(tmp_path, name):
    with pytest.raises(FileNotFoundError, match="There is no file") as caught:
        load_image(tmp_path / name)
    assert_one_sentence(caught, ".png")


@pytest.mark.parametrize("target", ["nowhere.png", "link.png"])
def test_link_that_leads_nowhere_or_to_itself(tmp_path, target):
    (tmp_path / "link.png").symlink_to(tmp_path / target)
    with pytest.raises(FileNotFoundError, match="is a link to nowhere") as caught:
        load_image(tmp_path / "link.png")
    assert_one_sentence(caught, "link.png")


def test_file_behind_a_link_that_leads_nowhere(tmp_path):
    (tmp_path / "photos").symlink_to(tmp_path / "gone")
    with pytest.raises(FileNotFoundError, match="photos' is a link to nowhere"):
        load_image(tmp_path / "photos" / "cat.png")


def test_missing_file_in_a_folder_that_may_not_be_listed(closed_folder):
    closed_folder.chmod(0o300)
    with pytest.raises(FileNotFoundError, match="check its name and folder") as caught:
        load_image(closed_folder / "cat.png")
    assert_one_sentence(caught, "cat.png")


def test_file_in_a_folder_that_may_not_be_entered(closed_folder, colours):
    path = save(colours, closed_folder / "cat.png")
    closed_folder.chmod(0o600)
    with pytest.raises(ValueError, match="cannot be reached") as caught:
        load_image(path)
    assert_one_sentence(caught, "cat.png")


def test_relative_path_in_a_working_folder_that_is_gone(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(
        FileNotFoundError, match="working folder, which is gone"
    ) as error:
        load_image("cat.png")
    assert_one_sentence(error, "'cat.png'")


@pytest.mark.parametrize(
    ("given", "described"),
    [
        (None, "None"),
        (3, "int"),
        (b"cat.png", "bytes"),
        (["cat.png"], "list"),
        (io.BytesIO(b"cat"), "an open file"),
        (Image.new("L", (4, 4)), "a picture that is open already"),
        (np.zeros((4, 4)), "a picture that is open already"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_name(given, described):
    with pytest.raises(TypeError, match="name of a file is text or a Path") as caught:
        load_image(given)
    assert_one_sentence(caught, f", not {described}")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/cat.png",
        "HTTP://example.org/cat.png",
        "file:///home/me/cat.png",
        "data:image/png;base64,iVBORw0KGgo=",
        Path("https://example.org/cat.png"),
    ],
    ids=str,
)
def test_address_on_the_web(address):
    with pytest.raises(ValueError, match=r"is an address.*download it first") as caught:
        load_image(address)
    assert_one_sentence(caught, str(address)[:20])
