"""training/data/hints"""
