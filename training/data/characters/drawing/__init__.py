"""training/data/characters/drawing"""
