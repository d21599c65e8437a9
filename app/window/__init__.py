"""The window itself, and what lies around canvas and panels."""

__all__ = ["line_control", "painting", "parts", "regions", "seeing", "window"]
