"""The window's commands: one table of them, where they stand, and when they can be used."""
