"""training/data/characters/hair"""
