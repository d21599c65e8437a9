"""app/files"""
