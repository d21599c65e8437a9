"""The whole picture at its own size, of which only what changed is composed anew."""

__all__ = ["changes", "painted", "picture"]
