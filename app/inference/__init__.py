"""Live colouring: when it is asked for, and the one thread that owns the device."""

__all__ = ["answer", "live", "painter", "rest", "scheduler", "worker"]
