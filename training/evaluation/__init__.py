"""training/evaluation"""
