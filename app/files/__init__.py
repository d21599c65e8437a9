"""Files from the window: opened, saved, dropped, listed and recovered."""
