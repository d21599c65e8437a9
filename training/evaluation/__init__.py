"""How good generators are, beside baselines, on pictures that no training saw."""

__all__ = ["summary"]
