"""Adapters: each hands one kind of picture collection to training as samples."""
