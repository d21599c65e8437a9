"""The window's commands: one table of them, where they stand, and when they can be used."""

__all__ = [
    "actions",
    "help_texts",
    "key_presets",
    "shortcuts",
    "states",
    "theme_menu",
    "tool_bars",
    "tool_tips",
]
