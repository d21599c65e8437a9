"""models/colouring"""
