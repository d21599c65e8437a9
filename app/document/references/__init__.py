"""References of a document: edits of them, and how a project keeps them."""

__all__ = ["edits", "kept"]
