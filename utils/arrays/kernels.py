"""The named filters of image processing, as read-only float32 arrays.

All are written for cross-correlation (`utils.arrays.convolution.cross_correlate`),
which does not flip them: SOBEL_X answers with positive numbers where brightness grows
to the right, SOBEL_Y where it grows downwards, LAPLACIAN on the dark side of an edge,
OUTLINE on the bright side. Blurs sum to 1 and keep the brightness of even areas; edge
filters sum to 0 and answer even areas with 0. Source where none is named: Gonzalez and
Woods, "Digital Image Processing", 4th edition (2018), chapter 3.
"""

from numbers import Integral

import numpy as np

# float32 weights are exact to 7 digits: what is smaller than this share is rounding.
ROUNDING = 1e-6


def _kernel(values):
    kernel = np.array(values, dtype=np.float32) + 0  # prints 0 where -0 was
    kernel.setflags(write=False)
    return kernel


IDENTITY = _kernel([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
BOX_BLUR = _kernel(np.full((3, 3), 1 / 9))

# The picture minus its Laplacian.
SHARPEN = _kernel([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])
# Relief lit from the top left: sums to 1, so that the picture stays visible.
# GIMP documentation, "Convolution Matrix".
EMBOSS = _kernel([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]])

# Sobel and Feldman (1968), "A 3x3 Isotropic Gradient Operator for Image Processing".
SOBEL_X = _kernel([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
SOBEL_Y = _kernel([[-1, -2, -1], [0, 0, 0], [1, 2, 1]])

# Second derivatives: of the 4 direct neighbours, and with the diagonal ones, negated.
LAPLACIAN = _kernel([[0, 1, 0], [1, -4, 1], [0, 1, 0]])
OUTLINE = _kernel([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]])


def gaussian(size, sigma):
    """Gaussian blur (size, size), sigma in pixels; sums to 1.

    The bell curve is sampled at the pixels' centres; a size of 6 sigma or more holds
    practically all of it. ValueError unless size is odd and sigma positive.
    """
    squared = _squared_distance(size, sigma)
    bell = np.exp(-squared / (2 * sigma**2))
    return _kernel(bell / bell.sum())


def laplacian_of_gaussian(size, sigma):
    """Laplacian of a Gaussian (size, size), sigma in pixels; sums to 0.

    Blur and second derivative in one kernel: negative in the middle, positive around,
    so that edges stand where its response changes sign. A size of 8 sigma or more
    holds practically all of it. ValueError unless size is odd and sigma positive.

    Source: Marr and Hildreth (1980), "Theory of Edge Detection", Proc. R. Soc. B 207.
    """
    squared = _squared_distance(size, sigma)
    bell = np.exp(-squared / (2 * sigma**2))
    # Normalised before it is differentiated: the kernel of a blur that sums to 1.
    values = (squared - 2 * sigma**2) / sigma**4 * bell / bell.sum()
    # Cutting it off leaves a small sum, which even areas would show as brightness.
    return _kernel(values - values.mean())


def separate(kernel):
    """Column (height, 1) and row (1, width) whose product is the kernel.

    Two slides with them cost height + width multiplications per pixel, one slide with
    the kernel height × width. Both get an equal share of the kernel's scale, and the
    row's last weight that is not 0 is positive. ValueError if the kernel is no such
    product: its rank, the number of singular values above rounding, is not 1.
    """
    kernel = np.asarray(kernel, dtype=np.float64)
    if kernel.ndim != 2 or kernel.size == 0:
        raise ValueError(
            f"kernel needs the axes (height, width), not the shape {kernel.shape}."
        )
    columns, scales, rows = np.linalg.svd(kernel)
    rank = int(np.sum(scales > scales[0] * ROUNDING))
    if rank != 1:
        raise ValueError(
            f"This kernel has rank {rank}, so it is not one column times one row: "
            "only kernels of rank 1 separate."
        )
    column, row = _without_rounding(columns[:, :1]), _without_rounding(rows[:1])
    # A decomposition may flip the sign of both: the row's last weight is positive here.
    share = np.copysign(np.sqrt(scales[0]), row[row != 0][-1])
    return _kernel(share * column), _kernel(share * row)


def _without_rounding(vector):
    return np.where(np.abs(vector) > ROUNDING, vector, 0)


def _squared_distance(size, sigma):
    """Squared distance in pixels from the middle of a (size, size) grid."""
    if not isinstance(size, Integral) or size < 1 or size % 2 == 0:
        raise ValueError(f"size must be an odd whole number, not {size!r}.")
    if not sigma > 0:
        raise ValueError(f"sigma must be a positive number of pixels, not {sigma!r}.")
    offsets = np.arange(size) - size // 2
    return offsets[:, np.newaxis] ** 2 + offsets**2
