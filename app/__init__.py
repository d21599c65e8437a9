"""The application: the window and the command line. It needs no torch."""

__all__ = [
    "animation",
    "background",
    "batch",
    "cli",
    "document",
    "errors",
    "export",
    "files",
    "inputs",
    "main",
    "settings",
    "startup",
    "window",
]
