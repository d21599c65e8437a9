"""Draws the sample drawings that ship with the application, each with hints and tags.

    python packaging/samples/draw.py OUT [NAME ...] [--meant]

Writes NAME.png, NAME.hints.json and NAME.tags.txt; with --meant NAME.meant.png too, the lines over
the colours that were meant. Each drawing is a module beside this one, with `draw` and `TAGS`.
"""

import argparse
import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import cv2
import numpy as np
from dabs import choose
from PIL import Image

from models.files.whole import make_folder, write_bytes, write_json
from models.pictures.files import write_image

NAMES = ("elin", "friends", "hana", "kaito", "kit", "mira", "otto", "pia")


def write(name: str, folder: Path, *, meant: bool) -> None:
    """Draw one and write its files. Raises FileError if one cannot be written."""
    drawing = importlib.import_module(name)
    paper = drawing.draw()
    line = paper.line_art()
    small = cv2.imencode(".png", line, [cv2.IMWRITE_PNG_COMPRESSION, 9])[1]
    write_bytes(folder / f"{name}.png", small.tobytes())
    hints = choose(line, paper.flat, paper.labels)
    write_json(folder / f"{name}.hints.json", {"version": 1, "hints": hints})
    write_bytes(folder / f"{name}.tags.txt", f"{','.join(drawing.TAGS)}\n".encode())
    if meant:
        both = (paper.flat * (line[..., None] / 255)).astype(np.uint8)
        write_image(folder / f"{name}.meant.png", Image.fromarray(both))
    print(f"{name}: {paper.width}×{paper.height}, {small.size / 1e3:.0f} KB, {len(hints)} hints")


def main() -> int:
    """Draw those that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"default: {', '.join(NAMES)}")
    parser.add_argument("--meant", action="store_true", help="also write the colours meant")
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no drawing is called {', '.join(sorted(unknown))}")
    make_folder(options.out)
    for name in options.names or NAMES:
        write(name, options.out, meant=options.meant)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
