"""The layers that lesson 7 writes out are those of `utils.arrays.layers`."""

import ast

import numpy as np

from tests.lessons.lesson_code import NOTEBOOKS, lesson_nodes
from utils.arrays import layers
from utils.exercises import lesson_07, lesson_08b

MOST_LINES = 15
# What readers of lesson 7 and dive 8b may write, and what lesson 7 calls it.
WRITTEN_BY_READERS = {
    "log_probabilities": lesson_08b.log_softmax,
    "dense_slopes": lesson_07.dense_backward,
}


def definitions(nodes):
    """{name: its code without comments} of functions and classes."""
    kinds = ast.FunctionDef | ast.ClassDef
    return {node.name: ast.unparse(node) for node in nodes if isinstance(node, kinds)}


def test_the_helpers_are_the_words_of_the_lesson():
    source = (NOTEBOOKS.parent / "utils" / "arrays" / "layers.py").read_text("utf-8")
    helpers = definitions(ast.parse(source).body)
    shown = definitions(lesson_nodes("07_how_a_cnn_learns"))
    assert helpers.keys() >= WRITTEN_BY_READERS.keys()
    for name in helpers.keys() - WRITTEN_BY_READERS.keys():
        assert helpers[name] == shown[name], name


def test_the_helpers_are_the_solutions_of_the_tasks():
    rng = np.random.default_rng(0)
    x, weights, gradient = (rng.normal(size=s) for s in ((5, 3), (3, 4), (5, 4)))
    solution = WRITTEN_BY_READERS["log_probabilities"].reference.value
    np.testing.assert_allclose(layers.log_probabilities(x), solution(x))
    solution = WRITTEN_BY_READERS["dense_slopes"].reference.value
    ours = layers.dense_slopes(x, weights, gradient)
    for part, right in zip(ours, solution(x, weights, gradient), strict=True):
        np.testing.assert_allclose(part, right)


def test_every_pass_is_short_enough_to_read():
    nodes = lesson_nodes("07_how_a_cnn_learns")
    passes = {
        f"{node.name}.{method.name}": method
        for node in nodes
        if isinstance(node, ast.ClassDef)
        for method in node.body
        if isinstance(method, ast.FunctionDef)
    }
    passes |= {
        node.name: node
        for node in nodes
        if isinstance(node, ast.FunctionDef) and node.name.endswith("_slopes")
    }
    assert {"Convolution.backward", "convolution_slopes"} <= {*passes}
    lines = {name: node.end_lineno - node.lineno + 1 for name, node in passes.items()}
    assert {name: n for name, n in lines.items() if n > MOST_LINES} == {}
