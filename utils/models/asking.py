"""Whether a Keras model can be asked, and with what: if not, one sentence says so."""

import keras
import numpy as np

from utils.models.recording import layers_of


def check_graph(model):
    """Refuse what is no Keras model, and models whose layers cannot be seen.

    Raises TypeError; ValueError for subclassed models and for those not built yet.
    """
    if not isinstance(model, keras.Model):
        raise TypeError(f"A Keras model can be asked, not {type(model).__name__}.")
    if not has_graph(model):
        raise ValueError(
            f'Nothing can be seen of the layers of "{model.name}": build it with '
            "keras.Input first, as a Sequential or functional model."
        )


def has_graph(model):
    """Whether a model knows which layers read what: True or False."""
    if isinstance(model, keras.Sequential):
        return model.built and hasattr(model, "outputs")
    return hasattr(model, "operations")


def check_takes_images(model):
    """Refuse models of other inputs than images (height, width, channels).

    Raises ValueError, also where channels come first, and as `check_graph` does.
    """
    check_graph(model)
    if len(model.inputs) != 1:
        raise ValueError(
            f'The model "{model.name}" takes {len(model.inputs)} inputs: only one that '
            "takes one input, images (height, width, channels), can be asked."
        )
    shape = tuple(model.inputs[0].shape[1:])
    if len(shape) != 3:
        raise ValueError(
            f'The model "{model.name}" takes inputs of shape {shape}: only one that '
            "takes images (height, width, channels) can be asked."
        )
    for layer in layers_of(model):
        if getattr(layer, "data_format", None) == "channels_first":
            raise ValueError(
                f'The layer "{layer.name}" has its channels first: build the model '
                'with data_format="channels_last", for images (height, width, '
                "channels)."
            )


def check_fixed_size(model):
    """Refuse models that take images of any size; raises ValueError."""
    shape = tuple(model.inputs[0].shape[1:])
    if None in shape:
        raise ValueError(
            f"The model takes inputs of shape {shape}: build it with "
            "keras.Input((height, width, channels)), all three of them numbers."
        )


def as_batch(model, images):
    """The images as a float32 batch that the model takes, and whether it was one.

    Raises ValueError for other shapes, for no images and for values that are no finite
    numbers, and as `check_takes_images` does.
    """
    check_takes_images(model)
    wanted = tuple(model.inputs[0].shape[1:])
    images = _finite(images)
    single = images.ndim == 3
    batch = images[np.newaxis] if single else images
    if batch.ndim != 4 or any(
        size not in (None, given)
        for size, given in zip(wanted, batch.shape[1:], strict=False)
    ):
        raise ValueError(
            f"The model takes images of shape {wanted}, one or a batch of them, not an "
            f"array of shape {images.shape}; grey images need their last axis, too."
        )
    if batch.size == 0:
        raise ValueError(
            f"There is nothing in an array of shape {images.shape}: give one image or "
            "more."
        )
    return batch, single


def _finite(images):
    try:
        array = np.asarray(images)
    except ValueError:  # rows of different lengths
        array = np.asarray(None)
    if array.dtype.kind in "OSUcmM":
        raise ValueError(
            "The images must be one array of numbers, (n, height, width, channels), "
            f"not {type(images).__name__} of something else."
        )
    array = array.astype(np.float32, copy=False)
    if not np.isfinite(array).all():
        raise ValueError(
            "The images hold NaN or infinity somewhere: replace these first, for "
            "example by numpy.nan_to_num."
        )
    return array
