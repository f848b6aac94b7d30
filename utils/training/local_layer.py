"""The layer between dense and convolution, which Keras does not have; for lesson 5."""

import keras
from keras import ops

from utils.arrays.convolution import output_size


class LocalLayer(keras.layers.Layer):
    """Every unit sees one window of a grey image, with weights of its own; then ReLU.

    (n, side, side, 1) -> (n, places, places, filters), where `places` is the output
    size of lesson 1 without padding. The weights begin as He's for a window.
    """

    def __init__(self, filters, window, stride, **settings):
        super().__init__(**settings)
        self.filters, self.window, self.stride = filters, window, stride

    def build(self, shape):
        rows, columns = (output_size(n, self.window, self.stride) for n in shape[1:3])
        pixels = self.window**2
        self.kernel = self.add_weight(
            shape=(rows, columns, pixels, self.filters),
            initializer=keras.initializers.RandomNormal(stddev=(2 / pixels) ** 0.5),
        )
        self.bias = self.add_weight(
            shape=(rows, columns, self.filters), initializer="zeros"
        )

    def call(self, images):
        windows = ops.image.extract_patches(images, self.window, self.stride)
        # n images, rows, columns, pixels of a window, filters
        sums = ops.einsum("nrcp,rcpf->nrcf", windows, self.kernel)
        return ops.relu(sums + self.bias)
