"""The application: the window and the command line. It needs no torch."""

__all__ = [
    "animation",
    "background",
    "batch",
    "cli",
    "commands",
    "dialogs",
    "document",
    "errors",
    "export",
    "files",
    "inference",
    "inputs",
    "languages",
    "main",
    "panels",
    "session",
    "settings",
    "startup",
    "theme",
    "window",
]
