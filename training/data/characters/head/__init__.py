"""training/data/characters/head"""
