"""How layers are written to files: PNG, OpenRaster, PSD, and what paint programs take."""

__all__ = [
    "color_layers",
    "coloring",
    "document_layers",
    "layered",
    "layers",
    "on_paper",
    "ora",
    "paint",
    "png",
    "psd",
]
