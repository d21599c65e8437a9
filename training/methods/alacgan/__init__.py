"""training/methods/alacgan"""
