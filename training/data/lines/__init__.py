"""Line art from coloured pictures, and what scanning, inking and style do to it."""

__all__ = ["coherent", "degrade", "extractors", "lineart", "recipe_lines"]
