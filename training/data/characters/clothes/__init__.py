"""What figures wear, from hats to shoes."""
