"""A training on its way: loop, checkpoints, averages, processes, log."""

__all__ = ["checkpoint", "loop", "random_weights", "warm_start"]
