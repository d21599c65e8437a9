"""The animation panel: what is going to be coloured, how far it is, and the frames to look at."""

__all__ = ["filmstrip", "frames", "onion_button", "pages", "panel", "player"]
