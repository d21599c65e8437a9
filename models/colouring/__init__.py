"""From a generator's painting to the layers of colour at the picture's own size."""
