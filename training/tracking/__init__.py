"""What tracking judges by, fitted on sequences of drawn characters."""

__all__ = ["calibrate", "sequences"]
