"""training/data/prepare"""
