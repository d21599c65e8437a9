"""Parts of coloured pictures, as labels for line art. Recipe: ``parts_teacher``."""

__all__ = ["method"]
