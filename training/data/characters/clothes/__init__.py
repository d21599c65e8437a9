"""What figures wear, from hats to shoes."""

__all__ = ["accessories", "footwear", "garments", "hats", "lower", "neckwear", "posed", "sleeves"]
