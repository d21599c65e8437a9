"""Hints simulated from pictures whose colours are known."""
