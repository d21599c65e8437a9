"""training/data/characters/scene"""
