"""Files from the window: opened, saved, dropped, listed and recovered."""

__all__ = ["actions", "colors", "drops", "listings", "recovery", "samples"]
