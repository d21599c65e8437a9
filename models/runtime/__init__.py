"""models/runtime"""
