"""What a run has learned as a folder of graphs, compared with torch."""

__all__ = ["generator", "graphs", "light"]
