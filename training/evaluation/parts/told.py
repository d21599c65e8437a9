"""`tintline-train evaluate-parts`: how well generators tell the parts of a figure in line art.

Measured where it is used: the line graph at the generator's own size, both kinds of part logits
that it gives, on held-out drawings with lines as artists draw them. Labelled sources are compared
with the truth, others with what a teacher sees in the coloured picture.
"""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from models.arrays import BoolArray, U8Array
from models.cancel import never_cancelled
from models.files.whole import write_json
from models.hints.hints import LineArt
from models.hints.parts import PART_COUNT, UNLABELLED, Part
from models.pictures.files import write_image
from models.reading.reader import DrawingReader
from models.runtime.generator import Generator
from training.command_line import UsageError, add_half, add_json, add_measured
from training.data.teaching import PartsTeacher
from training.evaluation.native_sheet import captioned
from training.evaluation.native_validation import (
    HELD_OUT,
    LINE_KINDS,
    NATIVE_SIDE,
    LineKind,
    native_cases,
)
from training.evaluation.painters import load_named
from training.metrics.case import Case
from training.metrics.fidelity import LINE_INK
from training.metrics.part_palette import part_colors
from training.recipe import SourceConfig

FEATURES = {"parts": "feature_parts", "names": "feature_names"}
"""Part logits by what they are for: evidence for the choice, and to name a part's colour."""
LABELLED = (
    SourceConfig(kind="characters", count=24),
    SourceConfig(kind="avatars", folder="dicebear", count=24),
)
"""Held-out sources with labels, besides those of the validation."""
SURE = 0.7
"""Chance from which a teacher's answer counts."""


@dataclass(slots=True)
class Tally:
    """Pixels by part: told and true at once, told, true."""

    both: np.ndarray
    told: np.ndarray
    true: np.ndarray

    @classmethod
    def empty(cls) -> "Tally":
        """Nothing counted yet."""
        return cls(*(np.zeros(PART_COUNT) for _ in range(3)))

    def add(self, told: U8Array, true: U8Array, where: BoolArray) -> None:
        """Count one picture, labels (H, W), where they are known."""
        told, true = told[where], true[where]
        self.both += np.bincount(true[told == true], minlength=PART_COUNT)
        self.told += np.bincount(told, minlength=PART_COUNT)
        self.true += np.bincount(true, minlength=PART_COUNT)

    def figures(self) -> dict[str, float]:
        """Share of the figure told right, and intersection over union of each part."""
        inside = slice(1, None)
        right = self.both[inside].sum() / max(self.true[inside].sum(), 1)
        union = self.told + self.true - self.both
        by_part = {
            part.name.lower(): float(self.both[part] / union[part])
            for part in Part
            if self.true[part]
        }
        return {"figure": float(right), **by_part}


def run(options: argparse.Namespace) -> int:
    """Measure; returns the exit status."""
    if options.lines not in LINE_KINDS:
        raise UsageError(f"--lines {options.lines!r} is none of {', '.join(LINE_KINDS)}")
    teacher = None
    if options.teacher or options.backbone:
        if not (options.teacher and options.backbone):
            raise UsageError("--teacher and --backbone belong together; name both files")
        teacher = PartsTeacher(options.teacher, options.backbone)
    generators = load_named(options.generator)
    tallies: dict[tuple[str, str, str], Tally] = {}
    rows = []
    for case, trust in _cases(options, teacher):
        told = {}
        for name, generator in generators.items():
            for kind, labels in told_parts(generator, case.line_u8).items():
                told[f"{name} {kind}"] = labels
        if teacher is not None and trust is None:
            told["teacher, in colour"], _ = teacher.tell(case.sample.color)
        truth = "truth" if trust is None else "teacher"
        assert case.sample.labels is not None
        where = (case.sample.labels != UNLABELLED) & (case.line_u8 > 255 - LINE_INK)
        if trust is not None:
            where &= trust >= SURE * 255
        for name, labels in told.items():
            for source in (case.source, "all"):
                key = (name, truth, source)
                tallies.setdefault(key, Tally.empty()).add(labels, case.sample.labels, where)
        rows.append(_row(case, told))
    figures = {"/".join(key): tally.figures() for key, tally in tallies.items()}
    print(table(figures))
    if options.sheet:
        write_sheet(options.sheet, rows)
    if options.json:
        write_json(options.json, figures)
    return 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add_measured(parser)
    add_half(parser)
    add_json(parser)
    add = parser.add_argument
    add("--teacher", type=Path, help="weights file of a parts teacher, for drawings without labels")
    add("--backbone", type=Path, help="weights file of DINOv2 small, through which it looks")
    add("--lines", default="clean", help=f"kind of line art: {', '.join(LINE_KINDS)} (clean)")
    add("--sheet", type=Path, help="picture of all drawings with their parts")


def told_parts(generator: Generator, line_u8: U8Array) -> dict[str, U8Array]:
    """The likeliest part of each pixel of a drawing, uint8 (H, W), by kind of part logits."""
    line = LineArt(line_u8)
    frame = generator.spec.size_rule.frame(line.size)
    features = DrawingReader(generator).features(line, frame, is_cancelled=never_cancelled)
    height, width = line_u8.shape
    told = {}
    for kind, name in FEATURES.items():
        logits = features.tensors[name][0]
        rows, columns = (-(-side // 2) for side in frame.content.shape)
        labels = logits[:, :rows, :columns].argmax(axis=0).astype(np.uint8)
        told[kind] = np.asarray(
            cv2.resize(labels, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8
        )
    return told


def _cases(
    options: argparse.Namespace, teacher: PartsTeacher | None
) -> Iterator[tuple[Case, U8Array | None]]:
    """Held-out drawings with labels; with them how sure they are, None for true ones."""
    kind: LineKind = options.lines
    for source in (*LABELLED, *HELD_OUT):
        for case in native_cases(
            options.data,
            kind,
            long_side=NATIVE_SIDE,
            limit=options.limit,
            half=options.half,
            sources=(source,),
        ):
            labels = case.sample.labels
            known = labels is not None and np.setdiff1d(labels, (UNLABELLED, Part.BACKGROUND)).size
            if known:
                yield case, None
            elif teacher is not None:
                taught = teacher(case.sample)
                yield replace(case, sample=taught), taught.trust


def table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """A line for each generator, kind and source."""
    columns = ("figure", *(part.name.lower() for part in Part))
    lines = [f"{'':<44}" + "".join(f"{name[:8]:>9}" for name in columns)]
    for name, values in figures.items():
        cells = (f"{values[c]:9.3f}" if c in values else f"{'':>9}" for c in columns)
        lines.append(f"{name:<44}" + "".join(cells))
    return "\n".join(lines)


def _row(case: Case, told: Mapping[str, U8Array]) -> U8Array:
    """A drawing, its lines, its labels and the labels told, side by side, 256 pixels high."""

    def small(picture: U8Array) -> U8Array:
        scale = 256 / max(picture.shape[:2])
        return np.asarray(
            cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )

    assert case.sample.labels is not None
    line = np.repeat(case.line_u8[..., None], 3, axis=2)
    pictures = {case.sample.name.split("/")[-1][:26]: case.sample.color, "lines": line}
    pictures |= {"labels": part_colors(case.sample.labels)}
    pictures |= {name: part_colors(labels) for name, labels in told.items()}
    return np.concatenate(
        [captioned(name, small(picture)) for name, picture in pictures.items()], axis=1
    )


def write_sheet(path: Path, rows: list[U8Array]) -> None:
    """Rows below each other as one picture."""
    width = max((row.shape[1] for row in rows), default=1)
    padded = [
        np.pad(row, ((0, 4), (0, width - row.shape[1]), (0, 0)), constant_values=255)
        for row in rows
    ]
    if padded:
        write_image(path, Image.fromarray(np.concatenate(padded)))
