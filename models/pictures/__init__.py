"""models/pictures"""
