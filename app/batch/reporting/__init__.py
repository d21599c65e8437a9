"""Which coloured frames want a look, and the report of them."""

__all__ = ["faults", "judging", "pops", "report"]
