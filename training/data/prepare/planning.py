"""Which pictures of a folder go into which shard: filters, splits, duplicates and order."""

import hashlib
import json
import warnings
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from PIL import Image

from models.pictures import psd_header
from training.data.prepare.filters import (
    FilterReport,
    FilterRules,
    Objection,
    Subject,
    is_line_art,
    judge,
)
from training.data.prepare.index import Entry, Index
from training.data.prepare.letterbox import true_window
from training.data.prepare.splits import SplitKey, split_entries
from training.data.sources.planes import HELD_OUT_SHARE
from training.data.tagging import TagReader

ShardPart = Literal["train", "val", "lines"]
SHARD_PARTS: tuple[ShardPart, ...] = ("train", "val", "lines")
"""``lines`` holds real line art and sketches, which have no colours to learn from."""

MOST_SIDE = 16_384
MOST_PIXELS = 100_000_000
_ORIENTATION = 274
"""The EXIF tag that says how a camera was held; from 5 on, width and height change places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareOptions:
    """What shards are made of.

    long_side     longer side of the stored pictures, which are scaled by Lanczos (METHODS: 768).
    is_square     mirror them to squares, as Tag2Pix does.
    encoding      png, or jpg at quality 95 without chroma subsampling.
    faces         no face crops, estimated ones, or those that a cascade finds.
    split_key     what must not be both in training and validation.
    val_share     share of those groups that validation gets.
    shard_size    pictures a shard, before unreadable ones are left out.
    rules         filters.
    """

    long_side: int = 768
    is_square: bool = False
    encoding: Literal["png", "jpg"] = "png"
    faces: Literal["none", "estimate", "cascade"] = "none"
    split_key: SplitKey = "artist"
    val_share: float = HELD_OUT_SHARE
    shard_size: int = 256
    rules: FilterRules = field(default_factory=FilterRules)

    def __post_init__(self) -> None:
        if self.long_side < 16 or self.shard_size < 1:
            raise ValueError(
                "the long side must be at least 16 and a shard hold at least 1 picture; got "
                f"{self.long_side} and {self.shard_size}"
            )


@dataclass(frozen=True, slots=True)
class Skipped:
    """A picture that could not be used, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A picture that a filter dropped."""

    path: str
    objection: Objection


@dataclass(frozen=True, slots=True)
class Planned:
    """A picture with the names of its tags that are used here."""

    entry: Entry
    tags: tuple[str, ...]
    colors: tuple[str, ...]
    absent: tuple[str, ...]
    part: ShardPart


@dataclass(frozen=True, slots=True)
class ShardPlan:
    """The pictures that a shard is made of, in order."""

    name: str
    pictures: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All shards of a collection, with an account of what is in none."""

    shards: tuple[ShardPlan, ...]
    filters: FilterReport
    skipped: tuple[Skipped, ...]
    dropped: tuple[Dropped, ...]
    fingerprint: str


def make_plan(
    index: Index,
    reader: TagReader,
    options: PrepareOptions,
    *,
    cascade_digest: str = "",
    on_picture: Callable[[], None] = lambda: None,
) -> Plan:
    """Filter, split and share out the pictures of a folder; nothing but headers is read."""
    report = FilterReport()
    skipped: list[Skipped] = []
    dropped: list[Dropped] = []
    kept: list[tuple[Entry, Subject, bool]] = []
    for entry in index.entries:
        size = peek_size(index.folder / entry.path)
        if size is not None and (reason := too_large(size)):
            skipped.append(Skipped(entry.path, reason))
        else:
            tags = reader.canonical(entry.tags)
            subject = Subject(tags, entry.rating, _shown_size(size, entry.true_size))
            if is_line_art(subject, reader):
                kept.append((entry, subject, True))
            elif objection := judge(subject, rules=options.rules, reader=reader, report=report):
                dropped.append(Dropped(entry.path, objection))
            else:
                kept.append((entry, subject, False))
        on_picture()
    twins = _find_twins(index.folder, [entry.path for entry, _, _ in kept])
    skipped += [Skipped(path, f"the same file as {first}") for path, first in twins.items()]
    kept = [each for each in kept if each[0].path not in twins]
    splits = split_entries(
        [entry for entry, _, _ in kept], key=options.split_key, share=options.val_share
    )
    planned = [
        _planned(entry, subject, reader, part="lines" if is_lines else split)
        for (entry, subject, is_lines), split in zip(kept, splits)
    ]
    shards = tuple(_share_out(planned, options.shard_size))
    return Plan(
        shards=shards,
        filters=report,
        skipped=tuple(sorted(skipped, key=lambda each: each.path)),
        dropped=tuple(dropped),
        fingerprint=_fingerprint(index.folder, shards, options, cascade_digest),
    )


def peek_size(path: Path) -> tuple[int, int] | None:
    """Width and height as a file's header says, without decoding; None if it does not."""
    try:
        with path.open("rb") as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged metadata: reading notes it
            if stream.read(4) == psd_header.SIGNATURE:
                stream.seek(0)
                header = psd_header.read_header(stream)
                return header.width, header.height
            stream.seek(0)
            with Image.open(stream, formats=("PNG", "JPEG", "WEBP", "TIFF", "BMP")) as image:
                across, down = image.size
                # Asking a PNG for its orientation would decode it.
                is_photo = image.format == "JPEG"
                is_turned = is_photo and image.getexif().get(_ORIENTATION, 1) >= 5
                return (down, across) if is_turned else (across, down)
    except Exception:  # Pillow's parsers raise anything; reading the picture will tell why
        return None


def picture_key(path: str) -> str:
    """The key of a picture's sample: fixed by its path, without dots and slashes."""
    return blake2b(path.encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()


def _planned(entry: Entry, subject: Subject, reader: TagReader, *, part: ShardPart) -> Planned:
    colors = reader.color_tags(subject.tags)
    tags = tuple(sorted(subject.tags))
    return Planned(entry, tags, colors.present, colors.absent, part)


def _shown_size(
    size: tuple[int, int] | None, true_size: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The size without letterbox bars, as far as the metadata tell.

    Only squares are taken for letterboxed: that is what the sets of scaled pictures hold.
    """
    if size is None or true_size is None or size[0] != size[1]:
        return size
    window = true_window(size, true_size)
    height, width = window.shape
    return width, height


def too_large(size: tuple[int, int]) -> str | None:
    width, height = size
    if max(size) <= MOST_SIDE and width * height <= MOST_PIXELS:
        return None
    return (
        f"{width}×{height} is more than {MOST_SIDE} pixels a side or "
        f"{MOST_PIXELS // 1_000_000} megapixels; scale the picture down"
    )


def _find_twins(folder: Path, paths: Sequence[str]) -> dict[str, str]:
    """Files with the bytes of another one before them, and which."""
    by_size: dict[int, list[str]] = defaultdict(list)
    for path in paths:
        try:
            by_size[(folder / path).stat().st_size].append(path)
        except OSError:
            continue  # gone since it was listed: reading it will say so
    twins: dict[str, str] = {}
    for size, alike in by_size.items():
        firsts: dict[str, str] = {}
        for path in alike if size and len(alike) > 1 else ():
            try:
                with (folder / path).open("rb") as stream:
                    digest = hashlib.file_digest(stream, "sha256").hexdigest()
            except OSError:
                continue
            if (first := firsts.setdefault(digest, path)) != path:
                twins[path] = first
    return twins


def _share_out(planned: Sequence[Planned], shard_size: int) -> list[ShardPlan]:
    """Shards of every part; their order is mixed by the names of the files, the same always."""
    shards = []
    for part in SHARD_PARTS:
        chosen = sorted(
            (each for each in planned if each.part == part),
            key=lambda each: (picture_key(each.entry.path), each.entry.path),
        )
        for number, start in enumerate(range(0, len(chosen), shard_size)):
            pictures = tuple(chosen[start : start + shard_size])
            shards.append(ShardPlan(f"{part}-{number:06}", pictures))
    return shards


def _fingerprint(
    folder: Path, shards: Sequence[ShardPlan], options: PrepareOptions, cascade_digest: str
) -> str:
    """What shards depend on, as a digest: options, names, tags and sizes of the files."""
    digest = hashlib.sha256()
    settings = asdict(options)
    settings["rules"]["off"] = sorted(options.rules.off)
    settings["rules"]["ratings"] = sorted(options.rules.ratings)
    digest.update(json.dumps([settings, cascade_digest], sort_keys=True).encode())
    for shard in shards:
        for planned in shard.pictures:
            try:
                size = (folder / planned.entry.path).stat().st_size
            except OSError:
                size = -1
            about = [shard.name, asdict(planned), size]
            digest.update(json.dumps(about, sort_keys=True).encode())
    return digest.hexdigest()
