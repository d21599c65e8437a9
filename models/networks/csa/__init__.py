"""models/networks/csa"""
