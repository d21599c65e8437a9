"""What an artist gives besides the drawing: hints and tags, and the files that hold them."""
