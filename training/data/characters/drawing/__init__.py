"""Shapes, strokes and shadows, and how they become the planes of a sample."""
