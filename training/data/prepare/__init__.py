"""A folder of tagged illustrations, filtered, split and packed into shards."""
