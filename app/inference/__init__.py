"""app/inference"""
