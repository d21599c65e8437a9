"""The window itself, and what lies around canvas and panels."""

__all__ = ["painting", "parts", "regions", "seeing", "window"]
