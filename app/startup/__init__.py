"""What comes before the first window: native libraries in a safe order, then Qt."""

__all__ = ["bootstrap", "first_picture", "late", "qt"]
