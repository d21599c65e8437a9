"""training/data/items"""
