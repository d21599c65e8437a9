"""Our own generator: what reads line art, what tells parts, and what chooses."""
