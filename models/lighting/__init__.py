"""Where light falls: shade and highlight of a drawing from a light that the artist sets."""

__all__ = [
    "form",
    "layers",
    "light",
    "lit_share",
    "maps",
    "prior",
    "relight",
    "strokes",
    "tints",
    "tones",
    "turned",
]
