"""models/regions"""
