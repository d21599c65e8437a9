"""The same character over the frames of a cut."""
