"""The head: its view, eyes, brows, nose and mouth."""

__all__ = ["brows", "eye_styles", "eyes", "head", "head_view"]
