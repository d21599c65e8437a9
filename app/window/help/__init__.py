"""What the Help menu opens."""

__all__ = ["control", "manual"]
