"""Animation in the window: a folder of frames from choosing it to the finished report."""

__all__ = ["canvas_playback", "control", "cut", "doubts"]
