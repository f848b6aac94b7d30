"""How close one picture is to another: PSNR, and SSIM, which looks at structure.

Source of SSIM: Wang, Bovik, Sheikh, Simoncelli (2004), Image quality assessment: from
error visibility to structural similarity, IEEE Transactions on Image Processing 13.
"""

import numpy as np
from scipy.ndimage import correlate1d

SIDE = 11  # of SSIM's window, in pixels
SIGMA = 1.5  # of its weights, in pixels
# Keep its quotients steady where both pictures are dark, and where both are even.
C1, C2 = 0.01**2, 0.03**2
LOWEST, HIGHEST = -4, 5  # black is 0 and white 1, beyond which noise may reach


def psnr(picture, reference):
    """Return the peak signal-to-noise ratio of a picture in decibels, a float.

    picture, reference: of one shape, (height, width) or (height, width, 3), in 0..1;
    noise may reach beyond, as far as -4 and 5. It is 10 log10(1 / mean squared error),
    where 1 is the peak, white: a difference of 0.1 everywhere gives 20. Equal pictures
    give infinity.
    Raises ValueError for anything else, such as two shapes.
    """
    picture, reference = _two_pictures(picture, reference, least=1)
    error = np.mean((picture - reference) ** 2)
    return float(10 * np.log10(1 / error)) if error else float("inf")


def ssim(picture, reference):
    """Return the structural similarity of two pictures, a float within -1 and 1.

    The mean of `ssim_map` over all windows and colours; 1 only for equal pictures.
    Arguments and errors: as there.
    """
    return float(ssim_map(picture, reference).mean())


def ssim_map(picture, reference):
    """Return the structural similarity around each pixel, float64 within -1 and 1.

    picture, reference: as for `psnr`, at least 11 pixels a side. Each window of 11 × 11
    pixels is weighted by a Gaussian of sigma 1.5, whose weights sum to 1; what lies
    beyond the border is not guessed, so 10 rows and 10 columns fewer come out. Colours
    are compared one by one. The order of the two does not matter. Raises ValueError as
    `psnr`, and for smaller pictures. Source: Wang and others (2004), equation 13.
    """
    x, y = _two_pictures(picture, reference, least=SIDE)
    mean_x, mean_y = _in_windows(x), _in_windows(y)
    variance_x = _in_windows(x * x) - mean_x**2
    variance_y = _in_windows(y * y) - mean_y**2
    covariance = _in_windows(x * y) - mean_x * mean_y
    brightness = (2 * mean_x * mean_y + C1) / (mean_x**2 + mean_y**2 + C1)
    structure = (2 * covariance + C2) / (variance_x + variance_y + C2)
    return brightness * structure


def gaussian_weights():
    """Return the 11 weights of SSIM's window along one side; they sum to 1."""
    places = np.arange(SIDE) - SIDE // 2
    weights = np.exp(-(places**2) / (2 * SIGMA**2))
    return weights / weights.sum()


def _in_windows(values):
    """Return the weighted mean in each window that fits into a picture, by colour."""
    for axis in (0, 1):  # the weights of the window are products of those of its sides
        values = correlate1d(values, gaussian_weights(), axis=axis)
    beyond = SIDE // 2
    return values[beyond:-beyond, beyond:-beyond]


def _two_pictures(picture, reference, least):
    """Return both as float64 arrays, if they can be compared."""
    try:
        pair = [np.asarray(given, dtype=np.float64) for given in (picture, reference)]
    except (TypeError, ValueError):
        raise ValueError(
            "A picture to compare is an array of numbers: open a file with load_image."
        ) from None
    first, second = (array.shape for array in pair)
    if first != second:
        raise ValueError(
            f"Only pictures of one shape can be compared, not {first} and {second}."
        )
    if len(first) not in (2, 3) or first[2:] not in ((), (3,)):
        raise ValueError(
            "A picture to compare has the shape (height, width) or (height, width, 3), "
            f"not {first}."
        )
    if min(first[:2]) < least:
        raise ValueError(
            f"A picture to compare has at least {least} × {least} pixels, not "
            f"{first[0]} × {first[1]}."
        )
    for array in pair:
        # so written that NaN, which is not within anything, is refused as well
        if not (array.min() >= LOWEST and array.max() <= HIGHEST):
            raise ValueError(
                "Pictures to compare have values in 0..1; those of this one run from "
                f"{array.min():.4g} to {array.max():.4g}: divide them by 255, say."
            )
    return pair
