"""models/hints"""
