"""Hair before and behind the head."""
