"""training/data/sources/avatars"""
