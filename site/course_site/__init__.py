"""The Sphinx extensions of the course's site, one file each."""
