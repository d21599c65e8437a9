"""Clicks that fill regions of a 4000×6000 page in the real window: milliseconds of each.

    python packaging/benchmarks/regions/region_clicks.py [--width N] [--height N] [--clicks N]

The page's regions are known and its picture is ready. Each click gives another region, chosen from
a seed, one of two colours; its time is that from the press until the window has nothing left to
do but what other threads answer. Beside the time on the clock stands the processor time of the
window's thread, which other programs lengthen less. Ends with status 1 if the 90th percentile on
the clock passes 50 ms.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from offscreen import hand_on_window

# isort: split
import cv2
from big_picture import draw_page
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.document.project_file import new_project
from models.hints.hints import Point
from models.regions.sampled import LabelRows
from models.runtime.catalog import Catalog

LIMIT_MS = 50
SHARES = (50, 90, 99)


def places(labels: LabelRows, clicks: int) -> list[Point]:
    """Image points in the middle of pixels, each in another region."""
    random = np.random.default_rng(1)
    height, width = labels.shape
    seen: set[int] = set()
    found: list[Point] = []
    for _ in range(100 * clicks):
        x, y = int(random.integers(width)), int(random.integers(height))
        region = int(labels[y : y + 1][0, x])
        if region not in seen:
            seen.add(region)
            found.append((x + 0.5, y + 0.5))
        if len(found) == clicks:
            break
    return found


def measure(folder: Path, width: int, height: int, clicks: int) -> list[tuple[float, float]]:
    """Milliseconds on the clock and of the window's thread, of each click."""
    times = []
    with hand_on_window(folder, Catalog([])) as hand:
        rgba_u8 = np.asarray(cv2.cvtColor(draw_page(width, height), cv2.COLOR_GRAY2RGBA), np.uint8)
        hand.parts.session.open(new_project(rgba_u8, "page"))
        hand.settle()
        hand.key(Qt.Key.Key_F)
        hand.wait(lambda: hand.window.regions.regions is not None)
        hand.settle()
        regions = hand.window.regions.regions
        assert regions is not None
        for place in places(regions.labels, clicks):
            hand.settle()
            began, worked = time.perf_counter(), time.thread_time()
            hand.drag(place)
            QApplication.processEvents()
            took = time.perf_counter() - began, time.thread_time() - worked
            times.append((took[0] * 1000, took[1] * 1000))
    return times


def main() -> int:
    """Print the percentiles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--width", type=int, default=4000)
    parser.add_argument("--height", type=int, default=6000)
    parser.add_argument("--clicks", type=int, default=100)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        size = arguments.width, arguments.height
        times = np.array(measure(Path(place), *size, arguments.clicks))
    print(f"{len(times)} clicks on {size[0]}×{size[1]}, ms at percentiles {SHARES}:")
    for name, column in zip(("on the clock", "of the processor"), times.T):
        print(f"{name}: " + ", ".join(f"{value:.1f}" for value in np.percentile(column, SHARES)))
    return int(np.percentile(times[:, 0], 90) > LIMIT_MS)


if __name__ == "__main__":
    raise SystemExit(main())
