"""What a pen says, and what is made of it."""

__all__ = ["pressure", "stabilizer", "taper", "touch"]
