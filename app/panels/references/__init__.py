"""The panel of coloured drawings that colours are taken from."""

__all__ = ["panel"]
