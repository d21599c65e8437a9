"""How key frames' hints reach the other frames of a cut."""
