"""A training on its way: loop, checkpoints, averages, processes, log."""
