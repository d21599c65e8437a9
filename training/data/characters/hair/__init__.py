"""Hair before and behind the head."""

__all__ = ["hair", "hair_back", "hair_style"]
