"""Painting by hand: which layer, bounded by what, and the bar of the brush."""

__all__ = ["clipboard", "control", "paint_bar", "placing", "select_bar", "selecting"]
