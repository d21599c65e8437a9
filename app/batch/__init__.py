"""Sequences of frames: planned, coloured, written, and gone on with after a stop."""
