"""What is measured of coloured frames, and the report of those that want a look."""

__all__ = ["faults", "judging", "report"]
