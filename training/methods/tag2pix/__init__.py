"""training/methods/tag2pix"""
