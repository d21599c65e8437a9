"""The application: the window and the command line. It needs no torch."""

__all__ = [
    "animation",
    "background",
    "batch",
    "cli",
    "dialogs",
    "document",
    "errors",
    "export",
    "files",
    "inference",
    "inputs",
    "main",
    "session",
    "settings",
    "startup",
    "theme",
    "window",
]
