"""The command line: each command, what it says, and its exit status."""

__all__ = ["benching", "command", "console"]
