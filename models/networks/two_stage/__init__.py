"""models/networks/two_stage"""
