"""Files that ship with Tintline.

Tags, samples, generators, lights, extractors, features, icons, themes, the manual, pictures of the
tools, and what every contact sheet has.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent
TAGS = ROOT / "tags.json"
SAMPLES = ROOT / "samples"
GENERATORS = ROOT / "generators"
LIGHTS = ROOT / "lights"
FEATURES = ROOT / "features"
LINE_DETECTION = ROOT / "extractors" / "line_detection" / "weights.pt"
ICONS = ROOT / "icons"
SHEET = ROOT / "sheet"
MANUAL = ROOT / "manual"
TIPS = ROOT / "tips"
