"""What only the makers of the site's look need is left out: source maps of its scripts.

They are a twentieth of the site, and no page asks for them.
"""

from pathlib import Path


def setup(app):
    app.connect("build-finished", leave_out_source_maps)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def leave_out_source_maps(app, exception):
    """Delete what leads from the theme's scripts and styles back to their sources."""
    if exception is None:
        for file in (Path(app.outdir) / "_static").rglob("*.map"):
            file.unlink()
