"""`max_pool_backward`, each time with another mistake."""

import numpy as np


def _shared(share, feature_map, signal, size, stride):
    """Give each window's signal back in the shares that `share(window)` says."""
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        place = np.s_[i * stride : i * stride + size, j * stride : j * stride + size]
        back[place] += share(feature_map[place]) * signal[i, j]
    return back


def _winner(window):
    return window == window.max()


def overwritten(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        place = np.s_[i * stride : i * stride + size, j * stride : j * stride + size]
        back[place][_winner(feature_map[place])] = signal[i, j]
    return back


def window_wiped(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        place = np.s_[i * stride : i * stride + size, j * stride : j * stride + size]
        back[place] = _winner(feature_map[place]) * signal[i, j]
    return back


def without_start(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        window = feature_map[i * stride :, j * stride :][:size, :size]
        back[np.unravel_index(window.argmax(), window.shape)] += signal[i, j]
    return back


def shared_out(*given):
    return _shared(lambda window: np.full(window.shape, 1 / window.size), *given)


def to_the_whole_window(*given):
    return _shared(lambda window: np.ones(window.shape), *given)


def slopes_alone(feature_map, signal, size, stride):
    return _shared(_winner, feature_map, np.ones(signal.shape), size, stride)


def times_the_largest(*given):
    return _shared(lambda window: window * _winner(window), *given)


def largest_alone(feature_map, signal, size, stride):
    return times_the_largest(feature_map, np.ones(signal.shape), size, stride)
