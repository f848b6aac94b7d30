"""The course's own small networks, for TensorFlow.js, on the pages that need them.

What some playthings need besides their module are scripts: TensorFlow.js, and each
network as one global object. A page opened as a file may fetch nothing, so the weights
stand in a script, as base64 of float16.
"""

import base64
import importlib
import json
import re
from pathlib import Path

import numpy as np

from course_site.sources import write
from utils.page.quiet import quiet_start

LIBRARY = "tf.min.js"
# By script: its global object, the network's module, and the function that loads it.
NETWORKS = {
    "digit_network.js": (
        "cnnCourseDigits",
        "utils.models.digit_network",
        "load_digit_network",
    ),
    "digit_drawer.js": (
        "cnnCourseDrawer",
        "utils.models.digit_drawer",
        "load_digit_drawer",
    ),
}
# By plaything: the scripts that it needs.
NEEDS = {
    "draw_a_digit": [LIBRARY, "digit_network.js"],
    "digit_drawer": [LIBRARY, "digit_network.js", "digit_drawer.js"],
}
FOLDER = "digits"  # of the scripts, in _static/ of the site
WIDGET = re.compile(r'"widget": "(\w+)"')
# What TensorFlow.js calls the settings of Keras' layers, by kind of layer.
ALIKE = {"name": "name", "activation": "activation", "use_bias": "useBias"}
WINDOW = {"kernel_size": "kernelSize", "strides": "strides", "padding": "padding"}
SETTINGS = {
    "BatchNormalization": {"name": "name", "epsilon": "epsilon"},
    "Conv2D": {**ALIKE, **WINDOW, "filters": "filters"},
    "Conv2DTranspose": {**ALIKE, **WINDOW, "filters": "filters"},
    "Dense": {**ALIKE, "units": "units"},
    "GlobalAveragePooling2D": {"name": "name"},
    "MaxPooling2D": {
        "name": "name",
        "pool_size": "poolSize",
        "strides": "strides",
        "padding": "padding",
    },
    "ReLU": {"name": "name"},
    "Reshape": {"name": "name", "target_shape": "targetShape"},
    "UpSampling2D": {"name": "name", "size": "size"},
}
# Settings that are left out above, and the one value of each that is built alike.
ONLY = {
    "axis": -1,
    "center": True,
    "dilation_rate": (1, 1),
    "groups": 1,
    "interpolation": "nearest",
    "keepdims": False,
    "max_value": None,
    "negative_slope": 0.0,
    "output_padding": None,
    "scale": True,
    "threshold": 0.0,
}


def setup(app):
    app.add_config_value("scripts_of_pages", {}, "")
    app.connect("config-inited", write_networks, priority=520)  # after the sources
    app.connect("html-page-context", add_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_networks(app, config):
    """Write the networks into work/_carried/digits/; note which pages need which."""
    notebooks = (Path(app.srcdir) / "notebooks").glob("*.ipynb")
    app.config.scripts_of_pages = {
        f"notebooks/{path.stem}": needed(WIDGET.findall(path.read_text("utf-8")))
        for path in notebooks
    }
    if not any(app.config.scripts_of_pages.values()):
        return  # as where none of these lessons is translated
    for script, text in network_scripts().items():
        write(Path(app.srcdir) / "_carried" / FOLDER / script, text)


def needed(widgets):
    """The scripts that a page with these playthings needs, each once, in order."""
    scripts = [script for widget in widgets for script in NEEDS.get(widget, ())]
    return list(dict.fromkeys(scripts))


def network_scripts():
    """The text of every network's script, by its file name."""
    return {script: _as_script(*network) for script, network in NETWORKS.items()}


def _as_script(name, module, loader):
    with quiet_start():
        load = getattr(importlib.import_module(module), loader)
    return f"globalThis.{name} = {json.dumps(exported(load()))};\n"


def exported(network):
    """A Sequential Keras model as `networkOf` of utils/play/digits/network.js takes it.

    Its weights are rounded to float16, which those of data/ are already. ValueError for
    a layer that TensorFlow.js would build otherwise.
    """
    weights = [np.asarray(w) for layer in network.layers for w in layer.weights]
    numbers = np.concatenate([weight.ravel() for weight in weights]).astype("<f2")
    return {
        "input": list(network.input_shape[1:]),
        "layers": [layer_settings(layer) for layer in network.layers],
        "weights": base64.b64encode(numbers.tobytes()).decode(),
    }


def layer_settings(layer):
    """Kind, settings and shapes of weights, to build a layer of TensorFlow.js from."""
    kind, config = type(layer).__name__, layer.get_config()
    if kind not in SETTINGS:
        raise ValueError(f"No layer of TensorFlow.js is named here for {kind}.")
    for name, value in ONLY.items():
        if config.get(name, value) != value:
            raise ValueError(
                f"{layer.name} has {name} {config[name]!r}, and TensorFlow.js would "
                f"build it with {value!r}."
            )
    return {
        "kind": kind,
        "settings": {theirs: config[ours] for ours, theirs in SETTINGS[kind].items()},
        "shapes": [list(weight.shape) for weight in layer.weights],
    }


def add_scripts(app, page, template, context, doctree):
    """Load a plaything's scripts on the pages that hold it, and on no other."""
    for script in app.config.scripts_of_pages.get(page, ()):
        app.add_js_file(f"{FOLDER}/{script}")
