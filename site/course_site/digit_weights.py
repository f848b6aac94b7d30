"""The course's own network for drawn digits, for TensorFlow.js, where a page needs it.

Two scripts go with the pages on which digits are drawn: TensorFlow.js, and the network
as one global object. A page opened as a file may fetch nothing, so the weights stand
in a script, as base64 of float16.
"""

import base64
import json
from pathlib import Path

import numpy as np

from course_site.sources import write
from utils.page.quiet import quiet_start

WIDGET = "draw_a_digit"
SCRIPTS = ["digits/tf.min.js", "digits/network.js"]
# What TensorFlow.js calls the settings of Keras' layers.
SETTINGS = {
    "name": "name",
    "filters": "filters",
    "kernel_size": "kernelSize",
    "pool_size": "poolSize",
    "padding": "padding",
    "activation": "activation",
    "units": "units",
}


def setup(app):
    app.add_config_value("pages_with_digits", [], "")
    app.connect("config-inited", write_network, priority=520)  # after the sources
    app.connect("html-page-context", add_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_network(app, config):
    """Note which pages need the network, and write _carried/digits/network.js."""
    notebooks = (Path(app.srcdir) / "notebooks").glob("*.ipynb")
    app.config.pages_with_digits = [
        f"notebooks/{path.stem}"
        for path in notebooks
        if f'"widget": "{WIDGET}"' in path.read_text(encoding="utf-8")
    ]
    if not app.config.pages_with_digits:
        return  # as where that lesson is not translated
    script = script_of_the_network()
    write(Path(app.srcdir) / "_carried" / "digits" / "network.js", script)


def script_of_the_network():
    """The network as one global object of a script."""
    with quiet_start():
        from utils.models.digit_network import load_digit_network

    network = json.dumps(exported(load_digit_network()))
    return f"globalThis.cnnCourseDigits = {network};\n"


def exported(network):
    """A Sequential Keras model as `networkOf` of utils/play/digits/network.js takes it.

    Its weights are rounded to float16, which those of data/ are already.
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
    config = layer.get_config()
    return {
        "kind": type(layer).__name__,
        "settings": {SETTINGS[k]: v for k, v in config.items() if k in SETTINGS},
        "shapes": [list(weight.shape) for weight in layer.weights],
    }


def add_scripts(app, page, template, context, doctree):
    """Load both scripts on the pages that hold the plaything, and on no other."""
    if page in app.config.pages_with_digits:
        for script in SCRIPTS:
            app.add_js_file(script)
