"""Durations on command lines."""

import argparse
import re


def parse_duration(text: str) -> float:
    """Seconds of ``90s``, ``25m`` or ``2h`` (a bare number: minutes). Raises ValueError."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", text.strip())
    if not match:
        raise argparse.ArgumentTypeError(f"{text!r} is no duration; write 90s, 25m or 2h")
    return float(match[1]) * {"s": 1, "m": 60, "h": 3600, "": 60}[match[2]]
