"""Files that ship with Tintline: tag vocabulary, sample drawings, generators, icons, themes."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent
TAGS = ROOT / "tags.json"
SAMPLES = ROOT / "samples"
GENERATORS = ROOT / "generators"
ICONS = ROOT / "icons"
