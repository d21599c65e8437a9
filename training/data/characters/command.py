"""`tintline-train synth`: draw characters into a folder, each with everything known about it."""

import argparse
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from models.files.whole import make_folder, write_json
from models.hints.parts import Part
from models.pictures.files import write_image
from training.command_line import UsageError, add_seed
from training.data.characters import Framing, ViewChoice, draw_character
from training.data.characters.figure.postures import POSTURE_NAMES
from training.data.characters.scene.backdrop import BACKDROPS
from training.data.characters.sequences.motion import MOST_FRAMES, SequenceKind, draw_sequence
from training.data.sample import Sample

SHEET_COLUMNS = 8
SHEET_CELL = 192
SHEET_SUFFIXES = (".png", ".webp", ".jpg")
SIZES = range(64, 8193)
"""Sides in pixels: 4096 takes 0.9 GiB of memory, 8192 some four times as much."""


def run(options: argparse.Namespace) -> int:
    """Draw; returns the exit status."""
    if wrong := _usage_error(options):
        raise UsageError(wrong)
    started = time.monotonic()
    shown = []
    count = 0
    for folder in (options.output, options.sheet.parent if options.sheet else options.output):
        make_folder(folder)
    for sample in _drawn(options):
        write_sample(sample, options.output)
        count += 1
        if options.sheet:
            shown.append(_cell(sample))
    if options.sheet:
        contact_sheet(shown, options.sheet)
    rate = count / (time.monotonic() - started)
    what = "frames" if options.sequence else "characters"
    print(f"{count} {what} in {options.output}, {rate:.1f} a second")
    return 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("-n", "--count", type=int, help="how many (default: 16; sequences: 1)")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder to write into")
    parser.add_argument("--size", type=int, default=512, help="side in pixels (default: 512)")
    add_seed(parser)
    parser.add_argument("--sheet", type=Path, help="also write a contact sheet to this picture")
    parser.add_argument(
        "--framing", choices=[each.value for each in Framing], help="how much of the figure"
    )
    parser.add_argument("--posture", choices=POSTURE_NAMES, help="pose of all figures")
    parser.add_argument(
        "--backdrop", choices=("none", *BACKDROPS), help="background (default: left to the seed)"
    )
    parser.add_argument(
        "--figures", type=int, choices=(1, 2), help="figures in a picture (default: by the seed)"
    )
    parser.add_argument(
        "--sequence",
        choices=[each.value for each in SequenceKind],
        help="draw frames of motion; a region keeps its number over all frames",
    )
    parser.add_argument("--frames", type=int, default=24, help="frames of a sequence (default: 24)")


def _usage_error(options: argparse.Namespace) -> str | None:
    """What is wrong with the options, or None."""
    if options.count is not None and options.count < 1:
        return f"--count is at least 1; got {options.count}"
    if not SIZES.start <= options.size < SIZES.stop:
        return f"--size is {SIZES.start} to {SIZES.stop - 1}; got {options.size}"
    if options.sheet and options.sheet.suffix.lower() not in SHEET_SUFFIXES:
        known = ", ".join(SHEET_SUFFIXES)
        return f"--sheet {options.sheet}: a contact sheet is a {known}; name it so"
    if not 1 <= options.frames <= MOST_FRAMES:
        return f"--frames is 1 to {MOST_FRAMES}; got {options.frames}"
    fixed = [name for name in ("framing", "posture", "figures") if getattr(options, name)]
    if options.sequence and fixed:
        return f"--sequence chooses framing, pose and figures itself; leave out --{fixed[0]}"
    return None


def _drawn(options: argparse.Namespace) -> Iterator[Sample]:
    """Every picture or frame that the options ask for."""
    count = options.count or (1 if options.sequence else 16)
    for seed in range(options.seed, options.seed + count):
        if options.sequence:
            yield from draw_sequence(
                SequenceKind(options.sequence),
                seed,
                frames=options.frames,
                size=options.size,
                backdrop=options.backdrop or "none",
            )
            continue
        view = ViewChoice(
            framing=Framing(options.framing) if options.framing else None,
            posture=options.posture,
            backdrop=options.backdrop,
            company=None if options.figures is None else options.figures == 2,
        )
        yield draw_character(seed, size=options.size, view=view)


def write_sample(sample: Sample, folder: Path) -> None:
    """Write a sample's planes as PNG and what is known of it as JSON, by its name.

    NAME.png is the coloured picture; NAME.line.png, .flat.png, .shade.png, .labels.png (values of
    models.hints.parts.Part) and .regions.png (16 bit) are its planes where it has them. Raises
    FileError.
    """
    write_image(folder / f"{sample.name}.png", Image.fromarray(sample.color))
    for name in ("line", "flat", "shade", "labels"):
        plane = getattr(sample, name)
        if plane is not None:
            write_image(folder / f"{sample.name}.{name}.png", Image.fromarray(plane))
    if sample.regions is not None:
        regions = Image.fromarray(sample.regions.astype(np.uint16))
        write_image(folder / f"{sample.name}.regions.png", regions)
    about = {
        "name": sample.name,
        "source": sample.source,
        "licence": sample.licence,
        "tags": list(sample.tags),
        "absent": list(sample.absent),
        "shapes": list(sample.shapes),
        "shapes_absent": list(sample.shapes_absent),
        "parts": {part.name.lower(): int(part) for part in Part},
    }
    write_json(folder / f"{sample.name}.json", about)


def _cell(sample: Sample) -> Image.Image:
    """The coloured picture at a cell's size."""
    size = (SHEET_CELL, SHEET_CELL)
    return Image.fromarray(sample.color).resize(size, Image.Resampling.LANCZOS)


def contact_sheet(cells: Sequence[Image.Image], path: Path) -> None:
    """The pictures side by side, in the order they were drawn."""
    rows = -(-len(cells) // SHEET_COLUMNS)
    columns = min(SHEET_COLUMNS, len(cells))
    sheet = Image.new("RGB", (columns * SHEET_CELL, rows * SHEET_CELL), "white")
    for index, cell in enumerate(cells):
        sheet.paste(cell, (index % columns * SHEET_CELL, index // columns * SHEET_CELL))
    write_image(path, sheet)
