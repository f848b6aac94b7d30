"""What lesson 13 trusts when it fine-tunes: frozen is frozen, two parts make the whole.

Nothing is copied: the functions are read from the notebook. Photos are small here, and
networks run uncompiled: the notebook, which is a test too, runs all of this compiled.
"""

import ast
import inspect
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import pytest
from keras import layers

from tests.lessons.lesson_code import lesson_namespace, lesson_nodes
from utils.models.pretrained import imagenet_class_names, load_pretrained
from utils.training import heads

LESSON = "13_transfer_learning"
SIDE = 64

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("uncompiled")]


@pytest.fixture(scope="module")
def lesson():
    return lesson_namespace(LESSON)


@pytest.fixture(scope="module")
def base():
    return load_pretrained(include_top=False, input_size=SIDE)


@pytest.fixture(scope="module")
def photos():
    random = np.random.default_rng(0)
    return random.random((5, SIDE, SIDE, 3), dtype="float32")


def state_of(model, kind):
    """All batch normalisation weights of a model, or all other weights."""
    return [
        weight.numpy()
        for layer in model.layers
        for weight in layer.weights
        if isinstance(layer, layers.BatchNormalization) == (kind == "norm")
    ]


def is_unchanged(before, after):
    return all(np.array_equal(b, a) for b, a in zip(before, after, strict=True))


def test_features_are_the_maps_averaged(lesson, base, photos):
    maps = np.asarray(base(photos, training=False))
    features = lesson["features_of"](base, photos)
    assert features.shape == (5, 1280)
    np.testing.assert_allclose(features, maps.mean(axis=(1, 2)), atol=1e-5)


class _HeadThatRemembers:
    """Stands in for a trained head: says whether it knows a row, and its seed."""

    output_shape = (None, 2)

    def __init__(self, features, labels, classes, seed):
        assert len(features) == len(labels) and classes == 3
        self.known, self.seed = set(features[:, 0]), seed

    def __call__(self, rows, training):
        return np.array([[row[0] in self.known, self.seed] for row in rows])


def test_each_row_is_judged_by_the_head_that_never_saw_it(lesson, monkeypatch):
    monkeypatch.setitem(lesson, "train_head", _HeadThatRemembers)
    features = np.arange(7.0)[:, np.newaxis]
    piles = [np.array([4, 0]), np.array([1, 6, 2]), np.array([5, 3])]
    heads = lesson["train_heads"](piles, features, np.arange(7) % 3, classes=3)
    judged = lesson["judge_held_out"](heads, piles, features)
    assert [len(head.known) for head in heads] == [5, 4, 5], "all the other rows"
    assert judged.tolist() == [[0, k] for k in (0, 1, 1, 2, 0, 2, 1)]


def test_the_two_parts_make_the_base(lesson, base, photos):
    bottom, top = lesson["cut_in_two"](base)
    through_both = top(bottom(photos, training=False), training=False)
    expected = base(photos, training=False)
    np.testing.assert_allclose(through_both, expected, atol=1e-4)
    assert bottom.count_params() + top.count_params() == base.count_params()


@pytest.mark.parametrize("norm_learns", [False, True])
def test_fine_tuning_leaves_batch_normalisation_alone_unless_asked(
    lesson, base, photos, norm_learns
):
    bottom, top = lesson["cut_in_two"](base)
    published = top.get_weights()
    try:
        lesson["unfreeze"](top, batch_norm=norm_learns)
        head = lesson["new_head"](3)
        norm, others, of_head = (
            state_of(top, "norm"),
            state_of(top, "others"),
            head.get_weights(),
        )
        maps = bottom(photos, training=False)
        labels = np.array([0, 1, 2, 0, 1])
        tuned, _ = lesson["fine_tune"](top, head, maps, labels, 1e-3, epochs=1)
        assert is_unchanged(norm, state_of(top, "norm")) != norm_learns
        assert not is_unchanged(others, state_of(top, "others")), "filters learn"
        assert is_unchanged(of_head, head.get_weights()), "a copy of the head learns"
        assert not is_unchanged(of_head, tuned.layers[-1].get_weights())
    finally:
        top.set_weights(published)


def test_the_whole_network_is_base_and_head(lesson, base, photos, tmp_path):
    keras.utils.set_random_seed(0)
    head = lesson["new_head"](3)
    whole = lesson["whole_network"](base, head)
    expected = head(lesson["features_of"](base, photos))
    np.testing.assert_allclose(whole(photos, training=False), expected, atol=1e-4)

    whole.save(tmp_path / "whole.keras")
    loaded = keras.models.load_model(tmp_path / "whole.keras")
    np.testing.assert_allclose(loaded(photos, training=False), expected, atol=1e-4)


def test_a_draw_takes_so_many_of_each_class_and_leaves_the_rest(lesson):
    labels = np.repeat([0, 1, 2], [5, 7, 9])
    chosen, others = lesson["draw"](labels, 4, seed=0)
    assert np.bincount(labels[chosen]).tolist() == [4, 4, 4]
    assert sorted([*chosen, *others]) == list(range(len(labels)))
    again, _ = lesson["draw"](labels, 4, seed=0)
    other_seed, _ = lesson["draw"](labels, 4, seed=1)
    assert np.array_equal(chosen, again) and not np.array_equal(chosen, other_seed)


def test_of_the_rare_class_only_few_stay(lesson):
    labels = np.repeat([0, 1, 2, 3], [5, 7, 9, 8])
    train = np.arange(0, len(labels), 1)[::-1]
    few = lesson["with_few"](train, labels, seed=0)
    assert np.bincount(labels[few]).tolist() == [5, 7, 9, lesson["FEW"]]
    assert len(set(few)) == len(few) and set(few) <= set(train)
    assert set(few) != set(lesson["with_few"](train, labels, seed=1))


def test_balanced_weights_let_every_class_count_alike(lesson):
    labels = np.repeat([0, 1, 3], [2, 8, 5])
    weights = lesson["balanced_weights"](labels)
    sums = [weights[label] * np.sum(labels == label) for label in (0, 1, 3)]
    np.testing.assert_allclose(sums, 5)


def test_training_on_with_weights_moves_the_head(lesson):
    features = np.random.default_rng(0).random((6, 1280), dtype="float32")
    labels = np.array([0, 0, 0, 0, 1, 1])
    head = lesson["new_head"](2)
    head.compile("adam", "sparse_categorical_crossentropy")
    before = head.get_weights()[0]
    lesson["train_on"](head, features, labels, epochs=1, class_weight={0: 0.0, 1: 0.0})
    assert np.array_equal(before, head.get_weights()[0]), "nothing counts"
    lesson["train_on"](head, features, labels, epochs=1, class_weight={0: 1.0, 1: 2.0})
    assert not np.array_equal(before, head.get_weights()[0])


def _bare(function):
    """A function's syntax tree as text, without its docstring."""
    if ast.get_docstring(function) is not None:
        function.body = function.body[1:]
    return ast.dump(function)


def test_the_helpers_are_the_functions_that_the_lesson_writes_out():
    functions = (ast.FunctionDef,)
    shown = {n.name: n for n in lesson_nodes(LESSON) if isinstance(n, functions)}
    helpers = ast.parse(inspect.getsource(heads)).body
    helpers = [node for node in helpers if isinstance(node, functions)]
    assert len(helpers) == 6
    for helper in helpers:
        assert _bare(helper) == _bare(shown[helper.name]), helper.name


def test_animals_and_fish_stand_where_the_lesson_says():
    names = imagenet_class_names()
    assert (names[397], names[398]) == ("puffer", "abacus"), "the last animal"
    ends = [names[number] for number in (0, 6, 7, 388, 389, 397)]
    assert ends == ["tench", "stingray", "cock", "giant panda", "barracouta", "puffer"]
