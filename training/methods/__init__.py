"""What a training consists of; a folder for each method holds all of it."""
