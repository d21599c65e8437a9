"""training/data/sources/spritemaker"""
