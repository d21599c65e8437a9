"""app/panels/widgets"""
