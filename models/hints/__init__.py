"""What an artist gives besides the drawing: hints and tags, and the files that hold them."""

__all__ = [
    "following",
    "hint_files",
    "hints",
    "marks",
    "meant",
    "owners",
    "parts",
    "spans",
    "tag_files",
    "tags",
]
