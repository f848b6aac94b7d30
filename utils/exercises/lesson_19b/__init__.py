"""Dive 19b."""
