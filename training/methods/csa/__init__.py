"""training/methods/csa"""
