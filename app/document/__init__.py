"""app/document"""
