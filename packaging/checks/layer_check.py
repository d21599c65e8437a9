"""Check layered files against their promises: exact swatches, untouched lines, whole pictures.

    python packaging/checks/layer_check.py --palette PALETTE -o FOLDER DRAWING...

Colours every drawing by ``tintline colorize --flats --palette PALETTE --layers psd``, reads what
was written back, and prints one line a drawing: pixels off the palette before the lock and after,
in the flats picture and in the Flats layer; pixels in which the Line layer differs from the
drawing; the largest difference, in levels of 255, between the picture and its layers put together
by an independent program. Exit status 1 if one is not as promised.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from psd_tools import PSDImage
from psd_tools.api.layers import Layer

from models.arrays import U8Array

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from models.pictures.files import read_picture  # noqa: E402

FloatArray = NDArray[np.float64]

MOST_DIFFERENCE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found for one drawing."""

    name: str
    size: str
    regions: int
    hints: str
    off_before: int
    off_flats: int
    off_layer: int
    ambiguous: int
    line_differs: int
    largest: float

    @property
    def is_as_promised(self) -> bool:
        """Whether nothing is off the palette, the lines are untouched and the layers are whole."""
        exact = self.off_flats == self.off_layer == self.line_differs == 0
        return exact and self.largest <= MOST_DIFFERENCE


def main() -> int:
    """Run the command; returns its exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("drawings", metavar="DRAWING", nargs="+", type=Path)
    parser.add_argument("--palette", type=Path, required=True, help="#rrggbb lines")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder of the files")
    parser.add_argument("--generator", default="tintline")
    parser.add_argument("--hints", type=Path, help="folder of hints, by the drawings' stems")
    options = parser.parse_args()
    answer = colorize(options)
    allowed = read_swatches(options.palette)
    rows = [check(one, allowed) for one in answer["pictures"]]
    print(table(rows))
    for failed in answer["failed"]:
        print(f"{failed['input']}: {failed['reason']}", file=sys.stderr)
    wrong = [row.name for row in rows if not row.is_as_promised]
    print(f"{len(rows) - len(wrong)} of {len(rows)} as promised")
    return 1 if wrong or answer["failed"] else 0


def colorize(options: argparse.Namespace) -> dict:
    """The command's own answer. Raises CalledProcessError for wrong usage."""
    command = [
        sys.executable, "-m", "app", "colorize", *(str(path) for path in options.drawings),
        "--flats", "--palette", str(options.palette), "--layers", "psd", "--json", "--overwrite",
        "--generator", options.generator, "--device", "cpu", "-o", f"{options.out}/",
    ]  # fmt: skip
    if options.hints:
        command += ["--hints", str(options.hints)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode > 1:
        raise subprocess.CalledProcessError(done.returncode, command)
    return json.loads(done.stdout)


def read_swatches(path: Path) -> set[int]:
    """The colours of a list of #rrggbb lines as integers 0xRRGGBB."""
    lines = path.read_text(encoding="utf-8").split()
    return {int(line.removeprefix("#"), 16) for line in lines}


def check(one: dict, allowed: set[int]) -> Checked:
    """Read one picture's files back."""
    drawing = read_picture(Path(one["input"])).rgba_u8
    picture = read_picture(Path(one["output"])).rgba_u8
    flats = read_picture(Path(one["flats"])).rgba_u8
    document = PSDImage.open(one["layers"])
    layers = {layer.name: layer for layer in document.descendants()}
    line = pixels_of(layers["Line"], drawing.shape)
    layer_flats = pixels_of(layers["Flats"], drawing.shape)
    made = put_together(
        line, *(pixels_of(layers[name], drawing.shape) for name in ("Flats", "Shade", "Highlight"))
    )
    shown = picture[..., 3] > 0
    difference = np.abs(made - picture[..., :3])[shown]
    hints = one["hints"]
    return Checked(
        name=Path(one["input"]).name,
        size=f"{one['width']}×{one['height']}",
        regions=one["regions"],
        hints=f"{hints['obeyed']}/{hints['visible']}",
        off_before=one["palette"]["off_before"],
        off_flats=count_off(flats, allowed),
        off_layer=count_off(layer_flats, allowed),
        ambiguous=len(one["palette"]["ambiguous"]),
        line_differs=int((line != drawing).any(axis=2).sum()),
        largest=float(difference.max(initial=0)),
    )


def pixels_of(layer: Layer, shape: tuple[int, ...]) -> U8Array:
    """A layer's own pixels, uint8 RGBA (H, W, 4)."""
    image = layer.topil()
    pixels = np.zeros(shape, dtype=np.uint8)
    if image is not None:
        found = np.asarray(image.convert("RGBA"))
        left, top = layer.left, layer.top
        pixels[top : top + found.shape[0], left : left + found.shape[1]] = found
    return pixels


def put_together(line: U8Array, flats: U8Array, shade: U8Array, highlight: U8Array) -> FloatArray:
    """Flats times shade, screened by the highlight, times the line on white: (H, W, 3), 0 to 255.

    Where the layers are transparent they change nothing.
    """
    unit = [layer[..., :3].astype(np.float64) / 255 for layer in (line, flats, shade, highlight)]
    alpha = [layer[..., 3:].astype(np.float64) / 255 for layer in (line, shade, highlight)]
    shaded = unit[1] * (1 - alpha[1] * (1 - unit[2]))
    lit = 1 - (1 - shaded) * (1 - alpha[2] * unit[3])
    return 255 * lit * (1 - alpha[0] * (1 - unit[0]))


def count_off(pixels: U8Array, allowed: set[int]) -> int:
    """Visible pixels, uint8 RGBA, whose colour is none of the swatches."""
    visible = pixels[pixels[..., 3] > 0]
    packed = visible[:, 0].astype(np.int64) << 16 | visible[:, 1].astype(np.int64) << 8
    packed |= visible[:, 2]
    return int((~np.isin(packed, sorted(allowed))).sum())


def table(rows: list[Checked]) -> str:
    """The findings as aligned text."""
    head = (
        f"{'drawing':<28}{'size':>12}{'regions':>9}{'hints':>8}{'off before':>12}{'off after':>11}"
        f"{'in layer':>10}{'ambiguous':>11}{'line differs':>14}{'recomposed':>12}"
    )
    lines = [
        f"{row.name[:27]:<28}{row.size:>12}{row.regions:>9}{row.hints:>8}{row.off_before:>12}"
        f"{row.off_flats:>11}{row.off_layer:>10}{row.ambiguous:>11}{row.line_differs:>14}"
        f"{row.largest:>12.2f}"
        for row in rows
    ]
    return "\n".join([head, *lines])


if __name__ == "__main__":
    sys.exit(main())
