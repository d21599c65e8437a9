"""app/batch/tracking"""
