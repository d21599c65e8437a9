"""What makes generators: pictures, methods, the loop, export and measuring."""

__all__ = [
    "bundled",
    "data",
    "evaluation",
    "export",
    "methods",
    "metrics",
    "recipe",
    "regions",
    "run",
    "tracking",
]
