"""Random characters composited from the parts of the Browser Sprite Maker."""

__all__ = ["spritemaker"]
