"""models/networks/tag2pix"""
