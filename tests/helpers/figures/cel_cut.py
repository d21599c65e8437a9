"""A cut of three cels with hints, a retake and a timesheet of six frames."""

import json

import cv2
import numpy as np
from PIL import Image

from models.hints.hint_files import write_hints
from models.hints.hints import HintSet, PointHint

RED, BLUE, GREEN = (200, 40, 40), (40, 60, 200), (30, 150, 60)
SIDE = 64
XDTS, TDTS = "exchangeDigitalTimeSheet Save Data", "toeiDigitalTimeSheet Save Data"


def cel(middle, radius=10):
    """A disc as line art, uint8 (64, 64)."""
    line = np.full((SIDE, SIDE), 255, dtype=np.uint8)
    cv2.circle(line, middle, radius, 0, 2)
    return line


def track(number, **cels):
    """A track that changes at frames f0, f1, …"""
    return {
        "trackNo": number,
        "frames": [
            {"frame": int(frame[1:]), "data": [{"id": 0, "values": [cel]}]}
            for frame, cel in cels.items()
        ],
    }


def table(*tracks, names=("A", "B"), field=0, duration=8):
    """A time table of tracks in one field."""
    return {
        "name": "sheet1",
        "duration": duration,
        "fields": [{"fieldId": field, "tracks": list(tracks)}],
        "timeTableHeaders": [{"fieldId": field, "names": list(names)}],
    }


def write_sheet(path, first, content):
    """Write a timesheet whose first line is this; its path."""
    path.write_text(f"{first}\n{json.dumps(content)}", encoding="utf-8")
    return path


def write_cel_cut(frames, hints):
    """Write cels A, B and C, a retake of A 2, their hints, and a sheet beside; the sheet."""
    drawn = {
        "A/0001": (cel((20, 20)), RED), "A/0002": (cel((24, 20)), RED),
        "A.R1/0002": (cel((28, 20)), GREEN), "B/0001": (cel((40, 40)), BLUE),
        "C/0001": (cel((20, 50), 6), GREEN), "C/0009": (cel((50, 12), 6), GREEN),
    }  # fmt: skip
    for label, (line, color) in drawn.items():
        path = frames / f"{label}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(line).save(path)
        rows, columns = np.nonzero(line == 0)
        middle = float(columns.mean()) + 0.5, float(rows.mean()) + 0.5
        given = HintSet((PointHint(*middle, color, 3), PointHint(2, 2, (255, 255, 255), 2)))
        (hints / label).parent.mkdir(parents=True, exist_ok=True)
        write_hints(given, hints / f"{label}.hints.json")
    tracks = (
        track(0, f0="1", f2="2"), track(1, f1="1", f4="SYMBOL_NULL_CELL"), track(2, f0="1", f5="7")
    )  # fmt: skip
    content = {"timeTables": [table(*tracks, names=("A", "B", "C"), duration=6)], "version": 5}
    return write_sheet(frames.with_name(f"{frames.name}.xdts"), XDTS, content)
