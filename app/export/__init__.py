"""app/export"""
