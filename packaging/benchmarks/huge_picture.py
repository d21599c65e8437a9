"""A 10,000×14,000 drawing through the command line: peak memory, times, and what was kept.

    python packaging/benchmarks/huge_picture.py [--width N] [--height N] [--alpha]
        [--layers ora psd] [--limit-mib 3072]

Every kind of layered file is written by a process of its own, whose peak resident memory is
printed. Then the files are read back: whether the line layer is the drawing bit by bit, how far
the layers' merged picture lies from the coloured one, and whether size, resolution and profile
are the drawing's. Ends with status 1 where one is not, or memory passes its limit.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
from big_picture import ROOT, draw_page, make_hints
from numpy.typing import NDArray
from PIL import Image, ImageCms
from psd_tools import PSDImage

sys.path.insert(0, str(ROOT))

from app.export.coloring import LINE_NAME
from models.files.whole import write_json
from models.pictures.files import write_png
from models.rows import MadeRows, row_bands

Image.MAX_IMAGE_PIXELS = None
LIMIT_MIB = 3072
MERGED_LEVELS = 2
"""How far the layers' merged picture may lie from the coloured one, of 255."""
_CHANNELS = (0, 1, 2, -1)
_DPI = 600.0


def draw_drawing(path: Path, width: int, height: int, *, has_alpha: bool) -> None:
    """Write a page of curves as RGBA with a profile and a resolution; grey where no alpha is."""
    line_u8 = draw_page(width, height)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if not has_alpha:
        write_png(path, line_u8, icc_profile=profile, dpi=(_DPI, _DPI))
        return
    edge = np.clip(np.arange(width) - width // 40, 0, 255).astype(np.uint8)

    def make(start: int, stop: int) -> NDArray[np.uint8]:
        rgba_u8 = np.repeat(line_u8[start:stop, :, None], 4, axis=2)
        rgba_u8[..., 3] = edge
        return rgba_u8

    write_png(path, MadeRows((height, width, 4), make), icc_profile=profile, dpi=(_DPI, _DPI))


def colorize(folder: Path, layers: str) -> dict[str, Any]:
    """Run the command line on the page in a process of its own."""
    command = [
        sys.executable, "-m", "app", "colorize", str(folder / "page.png"), "-o",
        str(folder / "out.png"), "--hints", str(folder), "--layers", layers, "--flats",
        "--device", "cpu", "--overwrite", "--json",
    ]  # fmt: skip
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    answer = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"the command line ended with status {process.returncode}")
    picture = json.loads(answer)["pictures"][0]
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return {
        "seconds": round(time.perf_counter() - started, 1),
        "processor_seconds": round(usage.ru_utime + usage.ru_stime, 1),
        "colour_seconds": round(picture["milliseconds"] / 1e3, 1),
        "hints": picture["hints"],
        "peak_mib": round(usage.ru_maxrss / unit),
        "file_mib": round((folder / f"out.{layers}").stat().st_size / (1 << 20)),
    }


def check(folder: Path, layers: str) -> dict[str, Any]:
    """Read the written files and compare them with the drawing."""
    with Image.open(folder / "page.png") as page, Image.open(folder / "out.png") as out:
        facts = {
            "size_kept": out.size == page.size,
            "resolution_kept": out.info.get("dpi") == page.info.get("dpi"),
            "profile_kept": out.info.get("icc_profile") == page.info.get("icc_profile"),
            "alpha_kept": _alpha_differs(page, out) == 0,
        }
        read = _ora if layers == "ora" else _psd
        with read(folder / f"out.{layers}") as (line, merged):
            facts["line_identical"] = all(
                np.array_equal(np.asarray(line(rows)), _band(page, rows))
                for rows in row_bands((*reversed(page.size), 4))
            )
            facts["merged_levels_off"] = max(
                _levels_off(merged, out, rows) for rows in row_bands((*reversed(page.size), 4))
            )
    return facts


def _band(image: Image.Image, rows: slice) -> NDArray[np.uint8]:
    band = image.crop((0, rows.start, image.size[0], rows.stop)).convert("RGBA")
    return np.asarray(band)


def _levels_off(merged: Image.Image, out: Image.Image, rows: slice) -> int:
    """How far two pictures lie apart where the sheet is opaque: soft edges blend by program."""
    wanted = _band(out, rows).astype(np.int16)
    away = np.abs(_band(merged, rows)[..., :3] - wanted[..., :3])
    return int((away * (wanted[..., 3:] == 255)).max())


def _alpha_differs(page: Image.Image, out: Image.Image) -> int:
    return max(
        int((_band(page, rows)[..., 3] != _band(out, rows)[..., 3]).sum())
        for rows in row_bands((*reversed(page.size), 4))
    )


@contextmanager
def _ora(path: Path) -> Iterator[Any]:
    """The rows of the line layer, and the merged picture."""
    with zipfile.ZipFile(path) as archive:
        stack = ElementTree.fromstring(archive.read("stack.xml"))
        source = next(
            node.get("src", "") for node in stack.iter("layer") if node.get("name") == LINE_NAME
        )
        with (
            Image.open(archive.open(source)) as line,
            Image.open(archive.open("mergedimage.png")) as merged,
        ):
            yield lambda rows: _band(line, rows), merged


@contextmanager
def _psd(path: Path) -> Iterator[Any]:
    psd = PSDImage.open(path)
    line = next(layer for layer in psd.descendants() if layer.name == LINE_NAME)
    planes = [np.asarray(line.topil(channel)) for channel in _CHANNELS]
    merged = psd.topil(apply_icc=False)
    yield lambda rows: np.dstack([plane[rows] for plane in planes]), merged


def main() -> int:
    """Draw, colour and compare; print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--width", type=int, default=10_000)
    parser.add_argument("--height", type=int, default=14_000)
    parser.add_argument("--alpha", action="store_true", help="a cut-out sheet with a soft edge")
    parser.add_argument("--layers", nargs="+", choices=("ora", "psd"), default=["ora", "psd"])
    parser.add_argument("--limit-mib", type=int, default=LIMIT_MIB)
    parser.add_argument("--no-check", action="store_true", help="leave out reading back")
    arguments = parser.parse_args()
    found: dict[str, Any] = {"page": f"{arguments.width}×{arguments.height}"}
    is_right = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draw_drawing(
            folder / "page.png", arguments.width, arguments.height, has_alpha=arguments.alpha
        )
        hints = make_hints(arguments.width, arguments.height, 40)
        write_json(folder / "page.hints.json", hints)
        for layers in arguments.layers:
            found[layers] = colorize(folder, layers)
            is_right &= found[layers]["peak_mib"] <= arguments.limit_mib
            if arguments.no_check:
                continue
            facts = check(folder, layers)
            found[layers] |= facts
            is_right &= facts.pop("merged_levels_off") <= MERGED_LEVELS and all(facts.values())
    print(json.dumps(found, indent=1, ensure_ascii=False))
    peak = max(found[layers]["peak_mib"] for layers in arguments.layers)
    print(f"peak memory {peak} MiB (limit {arguments.limit_mib})")
    return int(not is_right)


if __name__ == "__main__":
    raise SystemExit(main())
