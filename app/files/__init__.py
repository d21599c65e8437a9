"""Files from the window: opened, saved, dropped, listed and recovered."""

__all__ = ["actions", "colours", "drops", "listings", "recovery", "samples"]
