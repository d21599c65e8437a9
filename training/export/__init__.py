"""training/export"""
