"""Local response normalisation, which AlexNet and GoogLeNet use and Keras lacks."""

import tensorflow as tf
from keras import layers


class ResponseNorm(layers.Layer):
    """A strong answer damps its neighbours, over 5 channels; nothing is learnt.

    Source: Krizhevsky, Sutskever, Hinton (2012), section 3.3, with its constants.
    """

    axis = -1

    def call(self, maps):
        return tf.nn.local_response_normalization(
            maps, depth_radius=2, bias=2, alpha=1e-4, beta=0.75
        )

    def compute_output_shape(self, shape):
        return shape
