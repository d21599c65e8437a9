"""models/networks/alacgan"""
