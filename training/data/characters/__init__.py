"""training/data/characters"""
