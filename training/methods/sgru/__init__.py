"""Interactive SGRU."""
