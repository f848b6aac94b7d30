"""Keras models in place of functions are told so; those of one's own class are fine."""

import keras
import numpy as np
import pytest
from keras import layers

from tests.checking.samples import a_task
from tests.exercises.own_class import of_own_class
from utils.checking.errors import sentence_of
from utils.checking.keras_models import problem_of_model, with_known_shapes
from utils.exercises import (
    lesson_05,
    lesson_06c,
    lesson_08,
    lesson_08b,
    lesson_09,
    lesson_12,
)

SHAPE = (6, 6, 2)


def small():
    return keras.Sequential([keras.Input(SHAPE), layers.Conv2D(3, 3)])


@pytest.mark.parametrize(
    "task",
    [
        lesson_05.shift_blind_net,
        lesson_06c.wide_view,
        lesson_08.two_ways,
        lesson_08b.mended,
        lesson_09.small_net,
        lesson_12.basic_block,
        a_task(),
    ],
)
@pytest.mark.parametrize(
    "made", [small, lambda: layers.ReLU(), lambda: keras.Input(SHAPE)]
)
def test_what_a_function_makes_is_not_the_function(task, made):
    text = task.verdict(made()).text
    wanted = f"check wants the function itself, without brackets: check({task.name})."
    assert text == f"✗ {wanted}"


def test_a_function_that_tensorflow_has_compiled_is_one():
    import tensorflow as tf

    task = a_task(code="def summed(x):\n    return x.sum(0)", cases=[(np.eye(2),)])
    assert "✓" in task.verdict(tf.function(lambda x: tf.reduce_sum(x, 0))).text


def own():
    return of_own_class([layers.Conv2D(3, 3), layers.ReLU()], SHAPE)


def never_called():
    return keras.Sequential([layers.Conv2D(3, 3)])


def called_with_numbers():
    model = never_called()
    model(np.zeros((1, *SHAPE)))
    return model


class Uncalled(keras.Model):
    def call(self, inputs):
        return inputs


@pytest.mark.parametrize("build", [small, own, called_with_numbers])
def test_a_model_that_knows_its_input_is_no_problem(build):
    model = build()
    assert problem_of_model(model, "(6, 6, 2)") is None
    known = with_known_shapes(model, SHAPE)
    assert known.input_shape == (None, *SHAPE)
    assert known.output_shape == (None, 4, 4, 3)
    assert known.count_params() == model.count_params()


@pytest.mark.parametrize(
    ("build", "sentence"),
    [
        (lambda: None, "is a `return` missing?"),
        (lambda: 3, "it must return a Keras model."),
        (never_called, "begin with keras.Input((6, 6, 2))."),
        (Uncalled, "call it once on what it will get, model(keras.Input((6, 6, 2)))."),
    ],
)
def test_what_cannot_be_examined_is_told_why(build, sentence):
    assert sentence in problem_of_model(build(), "(6, 6, 2)")


@pytest.mark.parametrize("part", ["output", "input"])
def test_the_output_of_a_sequential_model_is_explained(part):
    with pytest.raises(AttributeError) as caught:
        getattr(small(), part)
    text = sentence_of(caught.value)
    assert "write model.outputs[0]" in text and "model.inputs[0]" in text
