"""What the artist paints by hand: pixels as frozen values, and the edits of their layers."""

__all__ = ["blending", "edits", "grouping", "kept", "painting"]
