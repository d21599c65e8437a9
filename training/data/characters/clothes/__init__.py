"""training/data/characters/clothes"""
