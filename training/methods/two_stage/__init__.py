"""The two-stage generator: its line detection model, its draft, its colour stage."""
