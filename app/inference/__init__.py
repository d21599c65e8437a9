"""Live colouring: when it is asked for, and the one thread that owns the device."""

__all__ = ["live", "painter", "scheduler", "worker"]
