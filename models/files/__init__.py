"""models/files"""
