"""training/data/lines"""
