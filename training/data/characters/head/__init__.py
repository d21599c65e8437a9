"""The head: its view, eyes, brows, nose and mouth."""
