"""What colouring means, for training and application alike; and the generators."""

__all__ = [
    "arrays",
    "budget",
    "cancel",
    "cells",
    "color",
    "coloring",
    "device",
    "encoding",
    "files",
    "geometry",
    "hints",
    "networks",
    "pictures",
    "reading",
    "regions",
    "requests",
    "rows",
    "runtime",
    "spec",
    "tracking",
]
