"""training/methods/two_stage"""
