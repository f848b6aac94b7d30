"""Whether what a learner's function returns is a Keras model that can be examined."""


def problem_of_model(model, shape):
    """None for a Keras model that has been told its input, else a sentence.

    shape: of the input, as the learner would write it, like "(side, side, 1)".
    """
    import keras

    if model is None:
        return "it returns None: is a `return` missing?"
    if not isinstance(model, keras.Model):
        return "it must return a Keras model."
    if isinstance(model, keras.Sequential) and not model.built:
        return f"the model cannot know what comes in: begin with keras.Input({shape})."
    if not model.built:
        return (
            "the model cannot know what comes in: before you return it, call it once "
            f"on what it will get, model(keras.Input({shape}))."
        )
    return None


def is_of_own_class(model):
    """Whether the layers of a model are joined by a `call` that somebody wrote."""
    return getattr(model, "input_shape", None) is None


def with_known_shapes(model, shape):
    """The model itself, or the same behind an Input, if it does not tell its shapes.

    shape: of one input, without the batch.
    """
    import keras

    if not is_of_own_class(model) and model.input_shape[0] is None:
        return model
    inputs = keras.Input(shape)
    return keras.Model(inputs, model(inputs))
