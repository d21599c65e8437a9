"""How well shade is told under a known light: figures and sheets of held-out pictures."""

__all__ = ["measure", "sheet"]
