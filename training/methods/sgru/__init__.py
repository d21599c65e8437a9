"""training/methods/sgru"""
