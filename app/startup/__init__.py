"""app/startup"""
