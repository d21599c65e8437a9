"""app/window"""
