"""What lies on top of the picture: hints, painted light, what a press would fill, outlines."""

__all__ = ["overlay"]
