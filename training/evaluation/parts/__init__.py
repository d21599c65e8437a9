"""Parts of a figure: how well they are told in line art, and whether a stroke stays in its own."""

__all__ = ["reach", "told"]
