"""A convolutional network in NumPy: layers that go forward and back, and their judge.

Lesson 7 writes it out, in these words, but for what tasks ask for: dense_slopes (lesson
7) and log_probabilities (dive 8b). Dive 7b trains with it. Images are (n, height,
width, channels). A layer has `forward(x)`, which returns its output, and
`backward(gradient)`, which is given the slope of the loss for each number of that
output and returns the slope for each number of x. Its weights are in `parameters`,
their slopes, after backward, in `gradients`, in the same order.
"""

import numpy as np

from utils.arrays.convolution import conv2d, padding_amounts


def log_probabilities(scores):
    """Return the logarithms of the softmax of scores (n, classes), without overflow."""
    ahead = scores - scores.max(axis=1, keepdims=True)
    return ahead - np.log(np.exp(ahead).sum(axis=1, keepdims=True))


class SoftmaxCrossEntropy:
    """Scores (n, classes) and labels (n,) -> the mean cross-entropy."""

    def forward(self, scores, labels):
        self.labels, logarithms = labels, log_probabilities(scores)
        self.probabilities = np.exp(logarithms)
        return -logarithms[np.arange(len(labels)), labels].mean()

    def backward(self):
        gradient = self.probabilities.copy()
        gradient[np.arange(len(gradient)), self.labels] -= 1
        return gradient / len(gradient)


def nudged_gradient(loss, array, nudge=1e-5):
    """Return the slope of loss() with respect to every number of the array."""
    slopes = np.zeros_like(array)
    for place in np.ndindex(array.shape):
        value = array[place]
        array[place] = value + nudge
        above = loss()
        array[place] = value - nudge
        below = loss()
        array[place] = value
        slopes[place] = (above - below) / (2 * nudge)
    return slopes


def gradient_error(loss, array, gradient):
    """Return the relative error, 0 to 1, of a claimed gradient of loss()."""
    assert array.dtype == np.float64, "nudging needs all the digits of float64"
    nudged = nudged_gradient(loss, array)
    lengths = np.linalg.norm(gradient) + np.linalg.norm(nudged)
    return np.linalg.norm(gradient - nudged) / lengths if lengths else 0.0


def layer_errors(layer, x):
    """Return the relative errors of a layer's gradients: input first, then weights."""
    slopes = np.random.default_rng(1).normal(size=layer.forward(x).shape)

    def loss():
        return np.sum(slopes * layer.forward(x))

    gradients = [layer.backward(slopes), *layer.gradients]
    arrays = [x, *layer.parameters]
    return [gradient_error(loss, a, g) for a, g in zip(arrays, gradients, strict=True)]


class ReLU:
    """Any array -> the same, with 0 for negative numbers."""

    parameters = gradients = ()

    def forward(self, x):
        self.is_on = x > 0
        return np.maximum(x, 0)

    def backward(self, gradient):
        return gradient * self.is_on


class Flatten:
    """(n, height, width, channels) -> (n, height · width · channels)."""

    parameters = gradients = ()

    def forward(self, x):
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, gradient):
        return gradient.reshape(self.shape)


def dense_slopes(x, weights, gradient):
    """Return the slopes of x, weights and bias, given those of x @ weights + bias."""
    return gradient @ weights.T, x.T @ gradient, gradient.sum(axis=0)


class Dense:
    """x (n, inputs) -> x @ weights + bias (n, outputs)."""

    def __init__(self, weights):
        self.parameters = weights, np.zeros_like(weights[0])

    def forward(self, x):
        weights, bias = self.parameters
        self.x = x
        return x @ weights + bias

    def backward(self, gradient):
        weights, _ = self.parameters
        of_x, of_weights, of_bias = dense_slopes(self.x, weights, gradient)
        self.gradients = of_weights, of_bias
        return of_x


class MaxPool:
    """(n, height, width, channels) -> the maximum of every 2 × 2 window."""

    parameters = gradients = ()

    def forward(self, x):
        self.shape = x.shape
        height, width = x.shape[1] // 2 * 2, x.shape[2] // 2 * 2  # no odd last row
        corners = [x[:, i:height:2, j:width:2] for i, j in np.ndindex(2, 2)]
        self.winner = np.argmax(corners, axis=0)  # 0 to 3; of equals, the first
        return np.max(corners, axis=0)

    def backward(self, gradient):
        height, width = self.shape[1] // 2 * 2, self.shape[2] // 2 * 2
        handed_back = np.zeros(self.shape, gradient.dtype)
        for corner, (i, j) in enumerate(np.ndindex(2, 2)):
            slopes = np.where(self.winner == corner, gradient, 0)
            handed_back[:, i:height:2, j:width:2] = slopes
        return handed_back


def convolution_slopes(x, filters, gradient, stride):
    """Return the slopes of x (padded), of the filters and of the bias."""
    _, rows, columns, count = gradient.shape
    slopes = gradient.reshape(-1, count)  # a row for every place of every image
    of_x, of_filters = np.zeros_like(x), np.zeros_like(filters)
    for a, b in np.ndindex(filters.shape[:2]):
        bottom, right = a + stride * rows, b + stride * columns
        met = np.s_[:, a:bottom:stride, b:right:stride]
        pixels = x[met].reshape(len(slopes), -1)
        of_pixels, of_weights, _ = dense_slopes(pixels, filters[a, b], slopes)
        of_filters[a, b] = of_weights
        of_x[met] += of_pixels.reshape(x[met].shape)
    return of_x, of_filters, slopes.sum(axis=0)


class Convolution:
    """Images -> maps; filters (height, width, in_channels, out_channels)."""

    def __init__(self, filters, stride=1, padding="valid"):
        self.parameters = filters, np.zeros_like(filters[0, 0, 0])
        self.stride, self.padding = stride, padding

    def forward(self, x):
        filters, bias = self.parameters
        self.pads = [
            padding_amounts(size, window, self.stride, self.padding)
            for size, window in zip(x.shape[1:3], filters.shape[:2], strict=True)
        ]
        self.x = np.pad(x, [(0, 0), *self.pads, (0, 0)])
        return conv2d(self.x, filters, self.stride) + bias

    def backward(self, gradient):
        slopes = convolution_slopes(self.x, self.parameters[0], gradient, self.stride)
        of_x, *self.gradients = slopes
        (top, bottom), (left, right) = self.pads  # zeros of the rim: cut off
        height, width = of_x.shape[1:3]
        return of_x[:, top : height - bottom, left : width - right]


class Network:
    """Layers in a row, each fed with what the one before gives."""

    def __init__(self, *layers):
        self.layers = layers
        self.parameters = [p for layer in layers for p in layer.parameters]

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, gradient):
        for layer in reversed(self.layers):
            gradient = layer.backward(gradient)
        self.gradients = [g for layer in self.layers for g in layer.gradients]
        return gradient


def loss_and_gradients(network, x, labels):
    """Return the loss; every layer of the network then holds its gradients."""
    loss = SoftmaxCrossEntropy()
    value = loss.forward(network.forward(x), labels)
    network.backward(loss.backward())
    return value


def he(rng, *shape):
    """Return random weights with variance 2 / inputs; the last axis is the outputs."""
    return rng.normal(scale=np.sqrt(2 / np.prod(shape[:-1])), size=shape)


def build_network(seed, side=28, filters=(8, 16), dtype=np.float32):
    """Return a fresh network for images (n, side, side, 1); side divisible by 4."""
    rng, (first, second) = np.random.default_rng(seed), filters
    return Network(
        Convolution(he(rng, 3, 3, 1, first).astype(dtype), stride=2, padding="same"),
        ReLU(),
        Convolution(he(rng, 3, 3, first, second).astype(dtype), padding="same"),
        ReLU(),
        MaxPool(),
        Flatten(),
        Dense(he(rng, (side // 4) ** 2 * second, 10).astype(dtype)),
    )
