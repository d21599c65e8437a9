"""What the artist decided, as values without Qt: layers, palette, edits, history."""
