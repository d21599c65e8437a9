"""Ink and paper, and the closed regions that a drawing's lines bound."""

__all__ = ["barriers", "drawn_lines", "leaks", "regions", "sampled", "wishes"]
