"""Regions of one drawing found again in another."""

__all__ = [
    "confidence",
    "described",
    "flow",
    "keys",
    "matching",
    "reasoning",
    "sightings",
    "tracked",
    "tracker",
    "turns",
]
