"""Write arrays to a file of NumPy's, with the same bytes every time."""

import io
import os
import zipfile

import numpy as np


def write_npz(path, arrays):
    """Write arrays as np.savez does, but with the same bytes every time.

    Without date, and not compressed: what zlib makes of the numbers differs from
    version to version, and saves a tenth. The file appears only when it is whole.
    """
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, array in sorted(arrays.items()):
            content = io.BytesIO()
            np.save(content, np.ascontiguousarray(array), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # else it tells on which system it was written
            archive.writestr(entry, content.getvalue())
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_bytes(whole.getvalue())
    os.replace(unfinished, path)
