"""Files read within bounds and written whole, whatever they are called."""
