"""What is measured of coloured frames, and the report of those that want a look."""
