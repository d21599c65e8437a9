"""What ``tintline bench`` measures, and how it is told."""

__all__ = ["figures", "plot", "tasks"]
