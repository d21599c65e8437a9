"""Generators as they run: which are installed, and a request's answer in stages."""

__all__ = ["catalog", "engine", "generator", "graph_file", "library", "onnx_generator"]
