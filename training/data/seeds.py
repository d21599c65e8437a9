"""Which characters are drawn for what: their seeds, from where each use counts on."""

TRAIN_SEEDS = 0
VAL_SEEDS = 10_000_000
"""No training draws from here on."""
