"""Draws the sample drawings that ship with the application, each with hints and tags.

    python packaging/samples/draw.py OUT [NAME ...] [--preview]

Writes NAME.png, NAME.hints.json and NAME.tags.txt. With --preview, NAME.preview.webp too: the lines
over the colours that were meant.
"""

import argparse
import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np
from PIL import Image
from paper import Paper

from models.files.whole import make_folder, write_json
import dabs
from training.data.sample import Sample

NAMES = ("elin", "friends", "hana", "kaito", "kit", "mira", "otto")


def sample_of(name: str, paper: Paper) -> Sample:
    """What was drawn, with the colours that were meant."""
    return Sample(
        color=paper.flat,
        figure=np.full(paper.flat.shape[:2], 255, np.uint8),
        line=paper.line_art(),
        flat=paper.flat,
        labels=paper.labels,
        name=name,
        source="tintline",
        licence="Apache-2.0",
    )


def write(name: str, folder: Path, *, preview: bool) -> None:
    """Draw one and write its files."""
    module = importlib.import_module(name)
    paper = module.draw()
    sample = sample_of(name, paper)
    assert sample.line is not None
    Image.fromarray(sample.line).save(folder / f"{name}.png", optimize=True)
    hints = dabs.choose(paper.line_art(), paper.flat, paper.labels)
    write_json(folder / f"{name}.hints.json", {"version": 1, "hints": hints})
    (folder / f"{name}.tags.txt").write_text(f"{','.join(module.TAGS)}\n")
    if preview:
        both = (paper.flat * (sample.line[..., None] / 255)).astype(np.uint8)
        Image.fromarray(both).save(folder / f"{name}.preview.png")
    print(name, (folder / f"{name}.png").stat().st_size // 1024, "KB", len(hints), "hints")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", default=NAMES)
    parser.add_argument("--preview", action="store_true")
    options = parser.parse_args()
    make_folder(options.out)
    for name in options.names:
        write(name, options.out, preview=options.preview)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
