"""The pretrained network is the published one, whole, and knows what it should."""

import re
import shutil

import numpy as np
import pytest
import tensorflow as tf

from tests.models.pretrained_answers import PICTURES, answers, pictures, pretrained
from tests.one_sentence import assert_one_sentence
from tools.convert_efficientnet_lite0 import PTH_SHA256
from utils.files import datasets
from utils.files.datasets import DATA_FOLDER
from utils.models.ledger import ledger, total_multiply_adds, total_parameters
from utils.models.pretrained import (
    CLASSES_SHA256,
    WEIGHTS_SHA256,
    imagenet_class_names,
    load_pretrained,
    top_classes,
)

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def headless():
    return load_pretrained(include_top=False)


@pytest.fixture
def data_copy(tmp_path, monkeypatch):
    """A data folder of its own, with a copy of the weights to spoil."""
    shutil.copy(DATA_FOLDER / "efficientnet_lite0.npz", tmp_path)
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    return tmp_path / "efficientnet_lite0.npz"


# The network


def test_parameters_with_and_without_the_classifier(headless):
    model = pretrained()
    assert model.count_params() == 4_694_024
    assert model.output_shape == (None, 1000)
    assert headless.count_params() == 3_413_024


def test_every_stored_array_has_its_place_and_every_weight_its_array():
    layers = pretrained().layers
    places = {f"{layer.name}/{w.name}" for layer in layers for w in layer.weights}
    with np.load(DATA_FOLDER / "efficientnet_lite0.npz") as file:
        assert set(file.files) == places
        assert {file[name].dtype for name in file.files} == {np.dtype(np.float16)}


def test_without_the_classifier_it_gives_the_last_maps(headless):
    maps = headless(pictures()[:1]).numpy()
    assert maps.shape == (1, 7, 7, 1280)
    np.testing.assert_allclose(maps, answers()["head_relu"][:1], atol=1e-4)


def test_other_input_sizes():
    assert load_pretrained(False, input_size=100).output_shape == (None, 4, 4, 1280)


@pytest.mark.parametrize("size", [31, 224.0, (224, 224), "224", None], ids=str)
def test_wrong_input_size(size):
    with pytest.raises(ValueError, match="one whole number, 32 pixels or more") as e:
        load_pretrained(input_size=size)
    assert_one_sentence(e)


def test_multiply_adds_are_the_published_ones():
    model = pretrained()
    entries = ledger(model)
    assert total_parameters(entries) == model.count_params()
    # github.com/d-li14/efficientnet-lite.pytorch counts 0.385 G. The 407 M in the
    # table of github.com/tensorflow/tpu (models/official/efficientnet/lite) are 6 %
    # more: it does not say what it counts besides products.
    assert total_multiply_adds(entries) == pytest.approx(0.385e9, rel=1e-3)
    assert total_multiply_adds(entries) == pytest.approx(407e6, rel=0.06)


# What it knows


def test_probabilities():
    np.testing.assert_allclose(answers()["probabilities"].sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(
        answers()["probabilities"], tf.nn.softmax(answers()["logits"]), atol=1e-6
    )


@pytest.mark.parametrize("file", PICTURES)
def test_it_names_the_pictures(file):
    picture = list(PICTURES).index(file)
    five = top_classes(answers()["probabilities"])[picture]
    assert len(five) == 5
    assert {name for name, _ in five} & PICTURES[file], five


def test_class_names():
    names = imagenet_class_names()
    assert len(names) == 1000 and all(names)
    assert [names[number] for number in (0, 1, 282, 388, 999)] == [
        "tench",
        "goldfish",
        "tiger cat",
        "giant panda",
        "toilet tissue",
    ]


def test_top_classes_of_each_image_the_likeliest_first():
    probabilities = np.zeros((2, 1000))
    probabilities[0, [1, 388]] = 0.25, 0.75
    probabilities[1, 0] = 1
    first, second = top_classes(probabilities, count=2)
    assert first == [("giant panda", 0.75), ("goldfish", 0.25)]
    assert second[0] == ("tench", 1.0) and len(second) == 2


@pytest.mark.parametrize("shape", [(1000,), (1, 7, 7, 1280), (2, 4)], ids=str)
def test_top_classes_of_something_else(shape):
    with pytest.raises(ValueError, match=r"needs 1000 probabilities .* not \(") as e:
        top_classes(np.zeros(shape))
    assert_one_sentence(e)


@pytest.mark.parametrize("value", [-0.1, 1.1, np.nan])
def test_top_classes_of_logits(value):
    with pytest.raises(ValueError, match="apply softmax") as e:
        top_classes(np.full((1, 1000), value))
    assert_one_sentence(e)


# The stored files


def test_missing_weights(data_copy):
    data_copy.unlink()
    with pytest.raises(FileNotFoundError, match=r"lite0\.npz is missing") as e:
        load_pretrained()
    assert_one_sentence(e)


def test_altered_weights(data_copy):
    content = bytearray(data_copy.read_bytes())
    content[5_000_000] ^= 1
    data_copy.write_bytes(content)
    with pytest.raises(ValueError, match="truncated or altered") as e:
        load_pretrained()
    assert_one_sentence(e)


def test_readme_states_the_sha256_of_the_code_and_the_licences_are_there():
    readme = (DATA_FOLDER / "README.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", readme, re.M))
    assert table["efficientnet_lite0.npz"] == WEIGHTS_SHA256
    assert table["imagenet_classes.json"] == CLASSES_SHA256
    assert PTH_SHA256 in readme
    linked = set(re.findall(r"\(licences/([^)]+)\)", readme))
    assert linked == {path.name for path in (DATA_FOLDER / "licences").iterdir()}
