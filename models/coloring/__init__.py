"""From a generator's painting to the layers of colour at the picture's own size."""

__all__ = [
    "compose", "full",
    "contract",
    "flats",
    "line_guide",
    "painting",
    "palette",
    "region_color",
    "shade",
    "trace",
]
