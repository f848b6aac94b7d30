"""A microscope's picture of cell nuclei, and which pixels belong to which nucleus."""

import numpy as np

from utils.files.datasets import verified_path

NUCLEI_SHA256 = "dbc65b54e9c42a23d8fec209a37beae5c0e153a437f7fad5b39da0bc509c5f6d"


def load_nuclei():
    """Return (picture, nuclei): one picture, and the nucleus at each of its pixels.

    picture: float32 in 0..1, (512, 512), bright nuclei on dark ground. nuclei: int64,
    (512, 512), 0 for the ground and 1 to 125 for one nucleus each.
    Raises FileNotFoundError or ValueError if data/nuclei.npz is missing or altered.
    Source: Caicedo and others (2019), Nucleus segmentation across imaging experiments:
    the 2018 Data Science Bowl, Nature Methods 16; see data/README.md.
    """
    path = verified_path("nuclei.npz", NUCLEI_SHA256)
    with np.load(path, allow_pickle=False) as file:
        picture = file["picture"] / np.float32(255)
        # The file's numbers have gaps: here they are counted through.
        _, nuclei = np.unique(file["nuclei"], return_inverse=True)
    return picture, nuclei.reshape(picture.shape)
