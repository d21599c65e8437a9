"""The panels of the window: what is chosen from, and what is told of drawing and batch."""
