"""app/batch/frames"""
