"""Answers to `unfreeze_last`: right ones, and those that learners write."""

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_13 as exercise


@right(exercise.unfreeze_last)
def counting_from_the_top(base, count):
    base.trainable = True
    for layer in reversed(base.layers):
        is_convolution = type(layer).__name__ == "Conv2D"
        layer.trainable = is_convolution and count > 0
        count -= is_convolution
    return base


@right(exercise.unfreeze_last)
def by_numbers(base, count):
    from keras import layers

    base.trainable = True
    places = [
        place
        for place, layer in enumerate(base.layers)
        if isinstance(layer, layers.Conv2D)
    ]
    for layer in base.layers:
        layer.trainable = False
    for place in places[::-1][:count]:
        base.layers[place].trainable = True


def _convolutions(base):
    from keras import layers

    return [layer for layer in base.layers if isinstance(layer, layers.Conv2D)]


@wrong(exercise.unfreeze_last, "a model built around the base would train the")
def outer_switch_forgotten(base, count):
    learning = _convolutions(base)[3 - count :]
    for layer in base.layers:
        layer.trainable = layer in learning


@wrong(exercise.unfreeze_last, "a model built around the base would train the")
def freezes_only(base, count):
    learning = _convolutions(base)[3 - count :]
    for layer in base.layers:
        if layer not in learning:
            layer.trainable = False


@wrong(exercise.unfreeze_last, "batch normalisation is switched on")
def with_normalisation(base, count):
    base.trainable = True
    first = base.layers.index(_convolutions(base)[3 - count])
    for layer in base.layers[:first]:
        layer.trainable = False


@wrong(exercise.unfreeze_last, "even where its γ and β do not learn")
def switches_of_the_weights(base, count):
    base.trainable = True
    learning = _convolutions(base)[3 - count :]
    for layer in base.layers:
        for weights in layer.weights:
            weights.trainable = layer in learning


@wrong(exercise.unfreeze_last, "those of type Conv2D")
def every_layer_counts(base, count):
    base.trainable = True
    for layer in base.layers[:-count]:
        layer.trainable = False


@wrong(exercise.unfreeze_last, "whatever their names")
def by_name(base, count):
    base.trainable = True
    convolutions = [layer for layer in base.layers if "conv" in layer.name]
    for layer in base.layers:
        layer.trainable = layer in convolutions[len(convolutions) - count :]


@wrong(exercise.unfreeze_last, "it neither counts nor learns")
def depthwise_counts(base, count):
    base.trainable = True
    found = [layer for layer in base.layers if "Conv2D" in type(layer).__name__]
    for layer in base.layers:
        layer.trainable = layer in found[len(found) - count :]


@wrong(exercise.unfreeze_last, "that is the bottom")
def from_the_bottom(base, count):
    base.trainable = True
    for layer in base.layers:
        layer.trainable = layer in _convolutions(base)[:count]


@wrong(exercise.unfreeze_last, "[-0:] is [0:]")
def minus_zero(base, count):
    base.trainable = True
    for layer in base.layers:
        layer.trainable = layer in _convolutions(base)[-count:]


@wrong(exercise.unfreeze_last, "too much learns")
def all_but_normalisation(base, count):
    base.trainable = True
    for layer in base.layers:
        layer.trainable = not layer.name.endswith("_bn")


@wrong(exercise.unfreeze_last, "not those of a copy")
def on_a_copy(base, count):
    import keras

    copied = keras.models.clone_model(base)
    by_numbers(copied, count)
    return copied


@wrong(exercise.unfreeze_last, "Right is: expand, project, stem.")
def two_at_most(base, count):
    exercise.unfreeze_last.reference.value(base, min(count, 2))
