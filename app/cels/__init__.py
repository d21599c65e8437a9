"""Cuts as animation studios keep them: cels in layers, a timesheet that says when each is shown."""

__all__ = ["exposure", "finished", "finishing", "planes", "pops", "shots", "timesheet"]
