"""Whether what a learner's function returns is a Keras model that can be examined."""


def problem_of_model(model, shape):
    """None for a Keras model that knows its input, else a sentence.

    shape: of the input, as the learner would write it, like "(side, side, 1)".
    """
    import keras

    if model is None:
        return "it returns None: is a `return` missing?"
    if not isinstance(model, keras.Model):
        return "it must return a Keras model."
    if getattr(model, "input_shape", None) is None:
        return f"the model cannot know what comes in: begin with keras.Input({shape})."
    return None
