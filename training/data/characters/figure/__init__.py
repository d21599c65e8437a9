"""training/data/characters/figure"""
