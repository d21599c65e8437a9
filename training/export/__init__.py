"""What a run has learned as a generator's folder, compared with torch."""

__all__ = ["generator", "graphs"]
