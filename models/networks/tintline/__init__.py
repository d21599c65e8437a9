"""models/networks/tintline"""
