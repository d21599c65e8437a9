"""Files read within bounds and written whole, whatever they are called."""

__all__ = ["documents", "names", "partial", "texts", "whole"]
