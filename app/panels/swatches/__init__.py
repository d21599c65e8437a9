"""What the palette panel is made of: the swatches, their menu, and the colour sets."""

__all__ = ["live_color", "sets_row", "swatch_list", "swatch_menu"]
