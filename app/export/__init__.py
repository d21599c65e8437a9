"""How layers are written to files: PNG, OpenRaster, PSD, and what paint programs take."""
