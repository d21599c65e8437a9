"""Regions of one drawing found again in another."""
