"""Shapes, strokes and shadows, and how they become the planes of a sample."""

__all__ = ["drawing", "geometry", "marks", "rasterizer", "regions", "shading"]
