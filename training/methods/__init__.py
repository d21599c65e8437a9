"""What a training consists of; a folder for each method holds all of it."""

__all__ = ["batches", "method", "players", "registry"]
