"""Random vector heads from the definitions of avatar styles."""

__all__ = ["avatars"]
