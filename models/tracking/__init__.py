"""models/tracking"""
