"""models/networks/sgru"""
