"""Where shade and highlights lie under a light. Recipe: ``light``."""

__all__ = ["method"]
