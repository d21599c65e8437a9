"""Coloured drawings that others take their colours from: as files, and in words."""

__all__ = ["files", "words"]
