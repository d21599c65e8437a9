"""app/batch"""
