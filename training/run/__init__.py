"""training/run"""
