"""What Keras' layers and operations do to maps, for those who follow a graph."""

from keras import layers

from utils.models.response_norm import ResponseNorm

NOTHING_AT_INFERENCE = (
    layers.Identity,
    layers.ActivityRegularization,
    layers.Dropout,
    layers.SpatialDropout1D,
    layers.SpatialDropout2D,
    layers.SpatialDropout3D,
    layers.AlphaDropout,
    layers.GaussianDropout,
    layers.GaussianNoise,
    layers.RandomFlip,
    layers.RandomTranslation,
    layers.RandomRotation,
    layers.RandomZoom,
    layers.RandomShear,
    layers.RandomContrast,
    layers.RandomBrightness,
    layers.RandomHue,
    layers.RandomSaturation,
    layers.RandomErasing,
)
ACTIVATIONS = (
    layers.Activation,
    layers.ReLU,
    layers.LeakyReLU,
    layers.ELU,
    layers.PReLU,
    layers.Softmax,
)
SCALES_AND_SHIFTS = (
    layers.BatchNormalization,
    layers.Normalization,
    layers.Rescaling,
)
# These read one axis or several, the channels unless told.
NORMALISATIONS_OF_AXES = (
    layers.LayerNormalization,
    layers.RMSNormalization,
    layers.UnitNormalization,
    ResponseNorm,
)
MERGES = (
    layers.Add,
    layers.Subtract,
    layers.Multiply,
    layers.Average,
    layers.Maximum,
    layers.Minimum,
)
# Each number of the output is made from the number at its place in every input.
ELEMENT_BY_ELEMENT = (
    *NOTHING_AT_INFERENCE,
    *ACTIVATIONS,
    *SCALES_AND_SHIFTS,
    *MERGES,
)
POOLINGS = (
    layers.MaxPooling1D,
    layers.MaxPooling2D,
    layers.MaxPooling3D,
    layers.AveragePooling1D,
    layers.AveragePooling2D,
    layers.AveragePooling3D,
)
GLOBAL_POOLINGS = (
    layers.GlobalMaxPooling1D,
    layers.GlobalMaxPooling2D,
    layers.GlobalMaxPooling3D,
    layers.GlobalAveragePooling1D,
    layers.GlobalAveragePooling2D,
    layers.GlobalAveragePooling3D,
)
NEW_SHAPES = (layers.Flatten, layers.Reshape, layers.Permute, layers.RepeatVector)
CROPS_AND_BORDERS = (
    layers.CenterCrop,
    layers.Cropping1D,
    layers.Cropping2D,
    layers.Cropping3D,
    layers.ZeroPadding1D,
    layers.ZeroPadding2D,
    layers.ZeroPadding3D,
)
NEW_SIZES = (
    layers.Resizing,
    layers.UpSampling1D,
    layers.UpSampling2D,
    layers.UpSampling3D,
)

# What stands between layers as `h + h`, `x / 255` or keras.ops: these operations have
# no public classes, but each has a name of its own.
ELEMENT_BY_ELEMENT_OPERATIONS = {
    *("Add", "Subtract", "Multiply", "Divide", "TrueDivide", "Maximum", "Minimum"),
    *("Negative", "Absolute", "Square", "Sqrt", "Power", "Reciprocal"),
    *("Exp", "Log", "Clip", "Tanh", "Cast"),
    *("Relu", "Relu6", "LeakyRelu", "Elu", "Selu", "Gelu", "Silu", "HardSilu"),
    *("Sigmoid", "HardSigmoid", "LogSigmoid", "Softplus", "Softsign"),
    *("Softmax", "LogSoftmax"),
}
MOVING_OPERATIONS = {
    *("Reshape", "Ravel", "Squeeze", "ExpandDims", "Transpose", "Swapaxes"),
    *("GetItem", "Concatenate", "Stack", "Flip", "Pad", "Repeat", "Tile"),
}
SUMMARISING_OPERATIONS = {"Mean", "Sum", "Max", "Min"}


def is_kind(layer, kinds):
    """Whether a layer is of one of these kinds, and computes what they compute.

    A layer that is derived from one of them and has a `call` of its own is not.
    """
    return any(
        isinstance(layer, kind) and type(layer).call is kind.call for kind in kinds
    )


def is_element_by_element(operation):
    """Whether each output is made from the number at its place in every input."""
    return is_kind(operation, ELEMENT_BY_ELEMENT) or is_operation(
        operation, ELEMENT_BY_ELEMENT_OPERATIONS
    )


def mixes_places(operation):
    """Whether a softmax or normalisation of maps reads more than the last axis."""
    of_axes = is_kind(operation, (layers.Softmax, *NORMALISATIONS_OF_AXES))
    if not of_axes and not is_operation(operation, {"Softmax", "LogSoftmax"}):
        return False
    axis = operation.axis
    return (list(axis) if isinstance(axis, list | tuple) else [axis]) not in ([-1], [3])


def is_operation(operation, names):
    """Whether it is one of these operations of Keras, and no layer."""
    return not isinstance(operation, layers.Layer) and type(operation).__name__ in names
