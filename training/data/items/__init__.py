"""Random views of samples as training items; seed and number tell each."""

__all__ = [
    "augment",
    "colored_parts",
    "correspondence",
    "items",
    "lit_items",
    "picture_items",
    "read_parts",
    "redraw_tags",
    "shape_facts",
]
