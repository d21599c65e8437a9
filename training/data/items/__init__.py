"""Random views of samples as training items; seed and number tell each."""

__all__ = [
    "augment",
    "correspondence",
    "items",
    "lit_items",
    "picture_items",
    "redraw_tags",
    "shape_facts",
]
