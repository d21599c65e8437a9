"""The command line: each command, what it says, and its exit status."""

__all__ = ["command", "console"]
