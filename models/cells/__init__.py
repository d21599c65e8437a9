"""models/cells"""
