"""`tintline-train evaluate-matching`: how well references colour drawings, beside baselines.

Characters that nothing was fitted on are drawn in several views. One or more are the sheet: flats
and line art; each of the others is coloured from it by every way. The measures are those of the
animation paint-bucket literature (Dai et al. 2024): the share of closed segments with the right
colour (Acc), of those above 10 pixels (Acc-Thresh), of pixels off the lines (Pix-Acc), of those of
the figure (Pix-F-Acc), and the intersection over union of the ground (Pix-B-MIoU). A segment's
colour is that of most of its pixels. What the sheet does not show counts too, as wrong; beside it
stands what the sheet does show.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np

import resources
from models.arrays import BoolArray, FloatArray, I32Array, IntArray, U8Array
from models.cancel import never_cancelled
from models.color import pack_colors, unpack_colors
from models.coloring.flats import srgb_to_oklab
from models.device import CPU
from models.files.whole import write_json
from models.hints.hints import HintSet, LineArt
from models.matching.confidence import sure_from
from models.matching.looks import RegionLooks
from models.matching.matcher import KnownFigure, RegionMatches, match_regions
from models.matching.sheets import Reference
from models.pictures.files import read_picture
from models.reading.reader import DrawingReader
from models.runtime.onnx_generator import load_generator
from models.tracking.described import DrawnRegions, draw_regions
from models.tracking.flow import carry_labels, line_flow
from models.tracking.keys import KeyDrawing, KeyFrame
from models.tracking.tracker import Tracker
from training.data.characters.sequences.motion import SequenceKind, draw_sequence
from training.data.sample import Sample
from training.data.seeds import VAL_SEEDS
from training.matching.views import draw_view, known_of

FIRST_SEED = VAL_SEEDS + 5000
LEAST_SEGMENT = 10
OFF_LINES = 200
"""Grey level above which a pixel counts."""

Way = Callable[["Task"], I32Array]
"""Tells each region of a task's drawing its colour, int32 (n,), -1 for none."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A drawing with its truth: line_u8 uint8 (H, W), flat_u8 (H, W, 3), ground bool (H, W)."""

    line_u8: U8Array
    flat_u8: U8Array
    ground: BoolArray

    @classmethod
    def of(cls, sample: Sample) -> "Picture":
        """Of a drawn sample."""
        assert sample.line is not None
        assert sample.flat is not None
        assert sample.regions is not None
        return cls(sample.line, sample.flat, sample.regions == 0)


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """A drawing to be coloured, and what is known: `known` figures of `sheet`'s pictures."""

    now: Picture
    regions: DrawnRegions
    sheet: Sequence[Picture]
    known: Sequence[KnownFigure]
    reader: DrawingReader


@dataclass(frozen=True, slots=True)
class Scores:
    """Measures of one drawing, 0 to 1.

    shown  of segments above 10 pixels whose colour the sheet shows, how many are right; open  how
    many segments stay open. sure, sure_area  share of the told segments above 10 pixels that is
    shown as sure, and of their area; sure_count  how many these are, and sure_wrong  the share of
    them that is wrong.
    """

    acc: float
    acc_thresh: float
    pix_acc: float
    pix_f_acc: float
    pix_b_miou: float
    shown: float
    open: float
    sure: float
    sure_area: float
    sure_count: float
    sure_wrong: float


def score(task: Task, color: I32Array, confidence: FloatArray | None = None) -> Scores:
    """Measure an answer; confidence  float32 (n,) of its colours, where it tells any."""
    regions, now = task.regions, task.now
    counted = regions.paper & (now.line_u8 > OFF_LINES)
    truth = pack_colors(now.flat_u8)
    answer = color[regions.labels]
    number = np.bincount(regions.labels[counted], minlength=regions.count)
    segment = _majority(regions.labels[counted], truth[counted], regions.count)
    right = segment == color
    known = np.unique(_colors(task))
    is_there = number > 0
    large = number > LEAST_SEGMENT
    shown = large & np.isin(segment, known)
    good = (answer == truth)[counted]
    figure = ~now.ground[counted]
    ground_color = _majority(
        np.zeros(int((~figure).sum()), dtype=np.int32), truth[counted][~figure], 1
    )[0]
    told = answer[counted] == ground_color
    union = told | ~figure
    return Scores(
        acc=float(right[is_there].mean()),
        acc_thresh=float(right[large].mean()),
        pix_acc=float(good.mean()),
        pix_f_acc=float(good[figure].mean()),
        pix_b_miou=float((told & ~figure).sum() / max(int(union.sum()), 1)),
        shown=float(right[shown].mean()),
        open=float((color[large] < 0).mean()),
        **_sureness(confidence, large & (color >= 0), right, number),
    )


def _sureness(
    confidence: FloatArray | None, told: BoolArray, right: BoolArray, pixels: IntArray
) -> dict[str, float]:
    """How many of the told segments, bool (n,), are shown as sure, and how many of these wrong."""
    if confidence is None or not told.any():
        return dict.fromkeys(("sure", "sure_area", "sure_count", "sure_wrong"), float("nan"))
    sure = told & (confidence >= sure_from())
    wrong = float((~right[sure]).mean()) if sure.any() else 0.0
    area = float(pixels[sure].sum() / pixels[told].sum())
    count = float(sure.sum())
    return {
        "sure": count / float(told.sum()),
        "sure_area": area,
        "sure_count": count,
        "sure_wrong": wrong,
    }


def mean_scores(found: Sequence[Scores]) -> dict[str, float]:
    """Means over drawings; of what is sure, over all sure segments together."""
    means = {
        field.name: float(np.mean([getattr(score, field.name) for score in found]))
        for field in fields(Scores)
    }
    counts = np.array([score.sure_count for score in found])
    wrong = np.array([score.sure_wrong for score in found])
    return means | {"sure_wrong": float((counts * wrong).sum() / max(counts.sum(), 1))}


def _majority(labels: I32Array, values: I32Array, count: int) -> I32Array:
    """The value that most pixels of each label have, int32 (count,), -1 of none."""
    found = np.full(count, -1, dtype=np.int32)
    kinds, index = np.unique(values, return_inverse=True)
    pairs, number = np.unique(labels.astype(np.int64) * len(kinds) + index, return_counts=True)
    for at in np.argsort(number, kind="stable"):
        found[pairs[at] // len(kinds)] = kinds[pairs[at] % len(kinds)]
    return found


# Ways


def by_matching(task: Task) -> I32Array:
    """Ours."""
    return _matches(task).color


def _matches(task: Task) -> RegionMatches:
    return match_regions(task.regions, task.known, is_cancelled=never_cancelled)


def by_place(task: Task) -> I32Array:
    """The known region whose place in its figure is nearest."""
    now = RegionLooks.of(task.regions).geometry[:, 2:4]
    place = np.concatenate([each.looks.geometry[:, 2:4] for each in task.known])
    return _colors(task)[np.argmin(((now[:, None] - place[None]) ** 2).sum(axis=2), axis=1)]


def by_likeness(task: Task) -> I32Array:
    """The known region whose embedding is nearest."""
    embedding = np.concatenate([each.regions.embedding for each in task.known])
    return _colors(task)[np.argmax(task.regions.embedding @ embedding.T, axis=1)]


def by_part(task: Task) -> I32Array:
    """The colour that most of the region's part of a figure has."""
    part = np.argmax(np.concatenate([each.regions.parts for each in task.known]), axis=1)
    area = np.concatenate([each.regions.area for each in task.known])
    colors = _colors(task)
    leading: dict[int, int] = {}
    for number in np.unique(part).tolist():
        kinds, index = np.unique(colors[part == number], return_inverse=True)
        leading[number] = int(kinds[np.argmax(np.bincount(index, area[part == number]))])
    own = np.argmax(task.regions.parts, axis=1)
    return np.array([leading.get(number, -1) for number in own.tolist()], dtype=np.int32)


def by_tracker(task: Task) -> I32Array:
    """The tracker, with the sheet's first picture as its key frame."""
    key, now = task.sheet[0], LineArt(task.now.line_u8)
    line = LineArt(key.line_u8)
    read = task.reader.reading
    drawing = KeyDrawing.of(
        KeyFrame(index=0, hints=HintSet()), line, flat_u8=key.flat_u8,
        reading=read(line, never_cancelled),
    )  # fmt: skip
    tracked = Tracker([drawing], read).carry(now, index=1)
    rgba = tracked.colors()
    packed = np.where(rgba[..., 3] > 0, pack_colors(rgba), -1)
    return _majority(task.regions.labels[task.regions.paper], packed[task.regions.paper],
                     task.regions.count)  # fmt: skip


def by_flow(task: Task) -> I32Array:
    """What optical flow brings from the sheet's first picture."""
    key = task.sheet[0]
    flow = line_flow(task.now.line_u8, key.line_u8)
    packed = carry_labels(pack_colors(key.flat_u8), flow)
    return _majority(task.regions.labels[task.regions.paper], packed[task.regions.paper],
                     task.regions.count)  # fmt: skip


WAYS: Mapping[str, Way] = {
    "matching": by_matching,
    "nearest place": by_place,
    "nearest embedding": by_likeness,
    "colour by part": by_part,
    "tracker": by_tracker,
    "optical flow": by_flow,
}


def _colors(task: Task) -> I32Array:
    return np.concatenate([each.figure.tones.color for each in task.known])


# Tasks


def make_task(reader: DrawingReader, now: Picture, sheet: Sequence[Picture]) -> Task:
    """A drawing and a sheet, each picture a reference with its line art."""
    known = [
        figure
        for number, each in enumerate(sheet)
        for figure in known_of(reader, Reference(each.flat_u8, line_u8=each.line_u8), number)
    ]
    line_u8 = now.line_u8
    regions = draw_regions(line_u8, reader.reading(LineArt(line_u8), never_cancelled))
    return Task(now, regions, sheet, known, reader)


def sheet_tasks(
    reader: DrawingReader, seeds: Sequence[int], *, views: int, size: int
) -> list[Task]:
    """Views beside a sheet of so many others: of each character the last two."""
    tasks = []
    for seed in seeds:
        pictures = [
            Picture.of(draw_view(seed, number, size=size, is_plain=True))
            for number in range(views + 2)
        ]
        sheet = pictures[:views]
        tasks += [make_task(reader, now, sheet) for now in pictures[views:]]
    return tasks


def frame_tasks(reader: DrawingReader, seeds: Sequence[int], *, size: int) -> list[Task]:
    """Frames of a turn and of a walk beside the true frame before."""
    tasks = []
    for seed in seeds:
        for kind in (SequenceKind.TURN, SequenceKind.WALK):
            drawn = [Picture.of(each) for each in draw_sequence(kind, seed, frames=14, size=size)]
            chosen = drawn[7:10]
            tasks += [make_task(reader, now, [before]) for before, now in pairwise(chosen)]
    return tasks


def runner_tasks(reader: DrawingReader, folder: Path, *, views: int, size: int) -> list[Task]:
    """Frames of a painted character from others: NAME_line and NAME_colour pictures.

    It is painted softly, so what a segment truly has is taken for the nearest colour of the sheet.
    """
    pictures = {}
    for path in sorted(folder.glob("pepper-*_line.*")):
        colored = path.with_name(path.name.replace("_line", "_colour"))
        if colored.exists():
            pictures[path.stem] = _runner_picture(path, colored, size)
    names = list(pictures)
    sheet_names = names[:: max(1, len(names) // views)][:views]
    sheet = [pictures[name] for name in sheet_names]
    tasks = []
    for name in [name for name in names if name not in sheet_names][::3]:
        task = make_task(reader, pictures[name], sheet)
        tasks.append(replace(task, now=_in_colors(task)))
    return tasks


def _runner_picture(line: Path, colored: Path, size: int) -> Picture:
    planes = []
    for path in (line, colored):
        rgba = read_picture(path).rgba_u8
        alpha = rgba[..., 3:] / 255
        flat = np.round(rgba[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
        scale = size / max(flat.shape[:2])
        shape = (round(flat.shape[1] * scale), round(flat.shape[0] * scale))
        small = cv2.resize(flat, shape, interpolation=cv2.INTER_AREA)
        planes.append(np.asarray(small, dtype=np.uint8))
    line_u8 = np.asarray(cv2.cvtColor(planes[0], cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    ground = np.asarray((planes[1] > 250).all(axis=2), dtype=np.bool_)
    return Picture(line_u8, planes[1], ground)


def _in_colors(task: Task) -> Picture:
    """The drawing in the colours of the sheet, segment by segment."""
    colors = np.unique(_colors(task))
    colors = colors[colors >= 0]
    lab = srgb_to_oklab(unpack_colors(colors) / 255)
    regions, flat = task.regions, task.now.flat_u8
    table = np.zeros((regions.count, 3), dtype=np.uint8)
    for region in range(regions.count):
        shown = flat[(regions.labels == region) & regions.paper]
        if len(shown):
            own = srgb_to_oklab(np.median(shown, axis=0)[None] / 255)
            nearest = int(np.argmin(((lab - own) ** 2).sum(axis=1)))
            table[region] = unpack_colors(colors[nearest : nearest + 1])[0]
    return replace(task.now, flat_u8=table[regions.labels])


def _measured(way: str, task: Task) -> Scores:
    if way != "matching":
        return score(task, WAYS[way](task))
    matches = _matches(task)
    return score(task, matches.color, matches.confidence)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add = parser.add_argument
    add("--characters", type=int, default=12, help="drawn characters to measure on")
    add("--first-seed", type=int, default=FIRST_SEED)
    add("--size", type=int, default=512, help="of each drawing, in pixels")
    add("--tasks", default="sheet1,sheet5,frames", help="sheetN, frames or runner, by commas")
    add("--ways", default=",".join(WAYS), help="by commas")
    add("--runner", type=Path, help="folder of NAME_line and NAME_colour pictures, for runner")
    add("--out", type=Path, help="the table as JSON")


def run(options: argparse.Namespace) -> int:
    """Draw, color, print the table; returns the exit status."""
    reader = DrawingReader(load_generator(resources.GENERATORS / "tintline", CPU))
    seeds = range(options.first_seed, options.first_seed + options.characters)
    names = [field.name for field in fields(Scores)]
    table: dict[str, dict[str, dict[str, float]]] = {}
    print(f"{'':<28}" + "".join(f"{name:>12}" for name in names), flush=True)
    for kind in options.tasks.split(","):
        if kind == "frames":
            tasks = frame_tasks(reader, seeds, size=options.size)
        elif kind == "runner":
            tasks = runner_tasks(reader, options.runner, views=5, size=options.size)
        else:
            views = int(kind.removeprefix("sheet"))
            tasks = sheet_tasks(reader, seeds, views=views, size=options.size)
        table[kind] = {}
        for name in options.ways.split(","):
            found = [_measured(name, task) for task in tasks]
            table[kind][name] = means = mean_scores(found)
            print(
                f"{kind:<9}{name:<19}" + "".join(f"{means[each]:12.3f}" for each in names),
                flush=True,
            )
    if options.out:
        write_json(options.out, table)
    return 0
