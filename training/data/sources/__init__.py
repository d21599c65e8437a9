"""Adapters: each hands one kind of picture collection to training as samples."""

__all__ = [
    "avatars",
    "drawings",
    "illustrations",
    "planes",
    "robots",
    "scenes",
    "spritemaker",
    "sprites",
    "storybook",
    "svg_drawings",
]
