"""The preferences: everything that is remembered and not part of a drawing."""

__all__ = ["control", "targets", "workspaces"]
