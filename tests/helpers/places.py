"""Where things lie in the working tree."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
