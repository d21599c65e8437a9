"""training/data/sources"""
