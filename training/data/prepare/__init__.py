"""A folder of tagged illustrations, filtered, split and packed into shards."""

__all__ = ["filters", "index", "planning", "preparation", "shards"]
