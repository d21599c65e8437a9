"""Painting on layers: strokes in the making, their tools, and how their pixels are shown."""

__all__ = ["draft", "easel", "placing", "selecting", "tile_blend", "touches"]
