"""Generators as they run: which are installed, and how their graphs are run."""

__all__ = [
    "catalog",
    "engine",
    "generator",
    "graph_file",
    "library",
    "light_graph",
    "onnx_generator",
]
