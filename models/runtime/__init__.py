"""Generators as they run: which are installed, and a request's answer in stages."""
