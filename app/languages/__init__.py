"""What the window says: words that can be said in other languages, and the language spoken."""

__all__ = ["said", "spoken"]
