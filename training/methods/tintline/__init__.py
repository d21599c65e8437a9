"""training/methods/tintline"""
