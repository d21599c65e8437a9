"""training/data/characters/sequences"""
