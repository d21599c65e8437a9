"""The two-stage generator, and the line detection model that it is trained with."""
