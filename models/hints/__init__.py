"""What an artist gives besides the drawing: hints and tags, and the files that hold them."""

__all__ = ["hint_files", "hints", "parts", "spans", "tag_files", "tags"]
