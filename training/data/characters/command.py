"""`tintline-train synth`: draw characters into a folder, each with everything known about it."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from models.parts import Part
from training.data.characters import draw_character
from training.data.sample import Sample

SHEET_COLUMNS = 8
SHEET_CELL = 192


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="tintline-train synth", description=__doc__)
    parser.add_argument("-n", "--count", type=int, default=16, help="how many (default: 16)")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder to write into")
    parser.add_argument("--size", type=int, default=512, help="side in pixels (default: 512)")
    parser.add_argument("--seed", type=int, default=0, help="seed of the first (default: 0)")
    parser.add_argument("--sheet", type=Path, help="also write a contact sheet to this picture")
    options = parser.parse_args(arguments)
    if options.count < 1 or options.size < 64:
        print("tintline-train synth: --count at least 1, --size at least 64", file=sys.stderr)
        return 2
    started = time.monotonic()
    samples = []
    try:
        options.output.mkdir(parents=True, exist_ok=True)
        for seed in range(options.seed, options.seed + options.count):
            sample = draw_character(seed, size=options.size)
            write_sample(sample, options.output)
            samples.append(sample)
        if options.sheet:
            contact_sheet(samples, options.sheet)
    except OSError as error:
        print(f"tintline-train synth: {options.output}: {error}", file=sys.stderr)
        return 1
    rate = options.count / (time.monotonic() - started)
    print(f"{options.count} characters in {options.output}, {rate:.1f} a second")
    return 0


def write_sample(sample: Sample, folder: Path) -> None:
    """Write a sample's planes as PNG and what is known of it as JSON, by its name.

    NAME.png is the coloured picture; NAME.line.png, .flat.png, .shade.png, .labels.png (values of
    models.parts.Part) and .regions.png (16 bit) are its planes where it has them.
    """
    Image.fromarray(sample.colour).save(folder / f"{sample.name}.png")
    for name in ("line", "flat", "shade", "labels"):
        plane = getattr(sample, name)
        if plane is not None:
            Image.fromarray(plane).save(folder / f"{sample.name}.{name}.png")
    if sample.regions is not None:
        regions = Image.fromarray(sample.regions.astype(np.uint16))
        regions.save(folder / f"{sample.name}.regions.png")
    about = {
        "name": sample.name,
        "source": sample.source,
        "licence": sample.licence,
        "tags": list(sample.tags),
        "absent": list(sample.absent),
        "parts": {part.name.lower(): int(part) for part in Part},
    }
    text = json.dumps(about, indent=1) + "\n"
    (folder / f"{sample.name}.json").write_text(text, encoding="utf-8")


def contact_sheet(samples: Sequence[Sample], path: Path) -> None:
    """The coloured pictures side by side, in the order they were drawn."""
    rows = -(-len(samples) // SHEET_COLUMNS)
    columns = min(SHEET_COLUMNS, len(samples))
    sheet = Image.new("RGB", (columns * SHEET_CELL, rows * SHEET_CELL), "white")
    for index, sample in enumerate(samples):
        small = Image.fromarray(sample.colour).resize(
            (SHEET_CELL, SHEET_CELL), Image.Resampling.LANCZOS
        )
        sheet.paste(small, (index % columns * SHEET_CELL, index // columns * SHEET_CELL))
    sheet.save(path)
