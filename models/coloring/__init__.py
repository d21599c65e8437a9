"""From a generator's painting to the layers of colour at the picture's own size."""

__all__ = [
    "compose",
    "contract",
    "detail",
    "flats",
    "full",
    "line_guide",
    "painting",
    "palette",
    "region_color",
    "shade",
    "tidied",
    "trace",
]
