"""Which illustrations of a collection are fit for training, and a count of what each rule drops.

After the Danbooru filter of Tag2Pix (METHODS.md 2.6).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from training.data.tagging import TagReader

FIGURES = frozenset({"1girl", "1boy"})
GREY = frozenset({"greyscale", "monochrome", "sketch", "lineart", "line_drawing", "spot_color"})
TEXT = frozenset({
    "comic", "photo", "subtitled", "english", "black_border", "multiple_views", "speech_bubble",
    "text_focus", "text-only_page", "letterboxed", "pillarboxed", "watermark", "animated",
})  # fmt: skip
RATINGS = frozenset({"", "g", "s", "general", "safe", "sensitive"})
"""Empty: unrated. What other ratings hold is no subject of this product."""

_CROWD = re.compile(
    r"(?:[2-9]|[1-9]\d+)\+?(?:girls|boys)|multiple_(?:girls|boys|others)|\d\+?others"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What filters look at: canonical tags, rating, and (width, height) if they are known."""

    tags: frozenset[str]
    rating: str
    size: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterRules:
    """Parameters of the filters.

    off               names of filters that are not applied.
    least_long_side   the longer side has at least so many pixels.
    aspects           width / height lies strictly between these.
    ratings           ratings that are taken.
    """

    off: frozenset[str] = frozenset()
    least_long_side: int = 512
    aspects: tuple[float, float] = (3 / 4, 4 / 3)
    ratings: frozenset[str] = RATINGS

    def __post_init__(self) -> None:
        if unknown := self.off - set(FILTER_NAMES):
            raise ValueError(
                f"no such filter: {', '.join(sorted(unknown))}; known: {', '.join(FILTER_NAMES)}"
            )
        if not 0 < self.aspects[0] < self.aspects[1]:
            raise ValueError(f"aspects must be two rising numbers above 0; got {self.aspects}")


Check = Callable[[Subject, FilterRules, TagReader], str | None]


def _described(subject: Subject, _rules: FilterRules, _reader: TagReader) -> str | None:
    return None if subject.tags else "has no tags"


def _rated(subject: Subject, rules: FilterRules, _reader: TagReader) -> str | None:
    return None if subject.rating in rules.ratings else f"is rated {subject.rating}"


def _one_figure(subject: Subject, _rules: FilterRules, _reader: TagReader) -> str | None:
    found = sorted(subject.tags & FIGURES)
    crowd = sorted(tag for tag in subject.tags if _CROWD.fullmatch(tag))
    if len(found) == 1 and not crowd:
        return None
    return f"shows {', '.join([*found, *crowd])}" if found or crowd else "shows no single figure"


def _simple_background(subject: Subject, _rules: FilterRules, _reader: TagReader) -> str | None:
    return None if "simple_background" in subject.tags else "has no simple background"


def _without_text(subject: Subject, _rules: FilterRules, _reader: TagReader) -> str | None:
    found = sorted(subject.tags & TEXT)
    return f"is tagged {', '.join(found)}" if found else None


def _in_color(subject: Subject, _rules: FilterRules, _reader: TagReader) -> str | None:
    found = sorted(subject.tags & GREY)
    return f"is tagged {', '.join(found)}" if found else None


def _one_hair_color(subject: Subject, _rules: FilterRules, reader: TagReader) -> str | None:
    return _exactly_one(reader.group_tags("hair", subject.tags), "hair colour")


def _one_eye_color(subject: Subject, _rules: FilterRules, reader: TagReader) -> str | None:
    return _exactly_one(reader.group_tags("eyes", subject.tags), "eye colour")


def _exactly_one(found: Sequence[str], what: str) -> str | None:
    if len(found) == 1:
        return None
    return f"has {len(found)} {what}s: {', '.join(found)}" if found else f"has no {what}"


def _large(subject: Subject, rules: FilterRules, _reader: TagReader) -> str | None:
    if subject.size is None or max(subject.size) >= rules.least_long_side:
        return None
    width, height = subject.size
    return f"is {width}×{height}, under {rules.least_long_side} pixels"


def _of_aspect(subject: Subject, rules: FilterRules, _reader: TagReader) -> str | None:
    if subject.size is None:
        return None
    width, height = subject.size
    least, most = rules.aspects
    if least < width / height < most:
        return None
    return f"is {width}×{height}, an aspect of {width / height:.2f}"


_FILTERS: dict[str, tuple[str, Check]] = {
    "described": ("without tags", _described),
    "rating": ("rated otherwise", _rated),
    "figure": ("not exactly one figure", _one_figure),
    "background": ("no simple background", _simple_background),
    "text": ("comics, photographs, text, borders", _without_text),
    "grey": ("without colour", _in_color),
    "hair": ("not exactly one hair colour", _one_hair_color),
    "eyes": ("not exactly one eye colour", _one_eye_color),
    "size": ("too small", _large),
    "aspect": ("too wide or too tall", _of_aspect),
}
FILTER_NAMES = tuple(_FILTERS)
NEEDING_TAGS = frozenset({"described", "figure", "background", "hair", "eyes"})
"""Filters that no picture without tags passes."""


@dataclass(slots=True)
class FilterReport:
    """Counts of what the filters did.

    looked_at  pictures that were looked at; kept of them.
    dropped    pictures by the first filter that objected.
    objected   pictures by every filter that objected, so that each can be judged alone.
    """

    looked_at: int = 0
    kept: int = 0
    dropped: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FILTER_NAMES, 0))
    objected: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FILTER_NAMES, 0))

    def lines(self) -> Iterable[str]:
        """The report as a table of text."""
        yield f"{self.looked_at} pictures looked at, {self.kept} kept"
        yield f"{'filter':<12}{'dropped':>9}{'objected':>10}"
        for name, (title, _) in _FILTERS.items():
            if self.objected[name]:
                counts = f"{self.dropped[name]:>9}{self.objected[name]:>10}"
                yield f"{name:<12}{counts}  {title}"


@dataclass(frozen=True, slots=True)
class Objection:
    """The first filter that a picture fails, and why."""

    filter: str
    reason: str


def judge(
    subject: Subject, *, rules: FilterRules, reader: TagReader, report: FilterReport
) -> Objection | None:
    """Apply every filter, count its objections in report; None if there are none."""
    report.looked_at += 1
    first: Objection | None = None
    for name, (_, check) in _FILTERS.items():
        if name in rules.off:
            continue
        if (reason := check(subject, rules, reader)) is not None:
            report.objected[name] += 1
            first = first or Objection(name, reason)
    if first is None:
        report.kept += 1
    else:
        report.dropped[first.filter] += 1
    return first


def is_line_art(subject: Subject, reader: TagReader) -> bool:
    """Whether a picture serves as real line art: grey or a sketch on white, no colour named."""
    return (
        bool(subject.tags & (GREY - {"spot_color"}))
        and "white_background" in subject.tags
        and not reader.group_tags("hair", subject.tags)
        and not reader.group_tags("eyes", subject.tags)
        and not subject.tags & TEXT
    )
