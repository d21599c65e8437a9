"""What a batch is going to do: frozen values, and a fingerprint of each frame's result.

Two frames with one fingerprint have the same result, byte for byte: a drawing that is held is
coloured once, a stopped batch goes on where it was, and where hints are corrected, only what
depends on them is coloured again.
"""

import hashlib
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from app.batch.frames.frames import Frame
from app.batch.frames.marks import NO_MARKS, FrameMarks
from models.coloring.palette import AS_PAINTED, Recolor
from models.files.names import labelled
from models.geometry import Size
from models.hints.hints import HintSet, LineArt, TagSelection
from models.hints.tags import Rgb, format_color
from models.lighting.light import Follows, Light, light_to_json
from models.lighting.strokes import LightStrokes, strokes_to_json
from models.line_color import LineColor
from models.matching.references import References
from models.pictures.files import Picture
from models.regions.barriers import with_barriers
from models.regions.drawn_lines import DrawnLines, LineKind, read_lines
from models.spec import GeneratorSpec
from models.tracking.keys import KeyFrame

VERSION = 7
"""Raised whenever the same plan would give other pixels."""
_LIT = 3
"""The same of a plan with a light."""

MOST_BACK = 24
"""Drawings over which hints are carried back from a key frame, so that the first frame behind the
key frame before it does not wait for all of a long cut."""
PNG = ".png"


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchSettings:
    """How frames are coloured and what is written of them.

    long_side  at which colours are found, 0: the generator's own; layers  suffix of a layered
    file beside each picture, "" for none; carries_hints  whether key frames' hints reach others;
    first_is_key  whether the colours of a cut's first frame reach the others where no frame of it
    has hints; lines  what of a frame is line, None: found out for each; gap  the widest
    gap that is closed, smallest  the side of the smallest region, in pixels, None: by the size;
    clean_paper  whether the lines lie over the colours without their paper; light  None: the
    generator's own shading; tidy  how far paintings are tidied, None: as the generator says;
    variant  which picture of a generator that makes several; line_color  None: lines as drawn.
    """

    long_side: int = 0
    layers: str = ""
    carries_hints: bool = True
    first_is_key: bool = False
    lines: LineKind | None = None
    clean_paper: bool = False
    gap: float | None = None
    smallest: float | None = None
    light: Light | None = None
    tidy: float | None = None
    variant: int = 0
    line_color: LineColor | None = None


@dataclass(frozen=True, kw_only=True)
class BatchPlan:
    """Everything that decides what a batch writes. Frozen, and sent to other machines as it is.

    frames     cut by cut, each in order.
    keys       key frames in order.
    selected   indices of frames to colour, ascending; the others serve as keys at most.
    generator  its catalogue name, and `generator_digest` what it is exactly; `light_digest` the
               same of what knows where shade lies, as models.runtime.light_graph.light_digest
               says.
    recolor    what painted colours are shown as.
    references coloured drawings that tell regions their colours.
    marks      what was drawn on single frames, by their index.
    out        the folder that is written.
    """

    frames: tuple[Frame, ...]
    keys: tuple[KeyFrame, ...]
    selected: tuple[int, ...]
    tags: TagSelection
    palette: tuple[Rgb, ...]
    color_names: Mapping[Rgb, str] = field(default_factory=dict)
    card_name: str = ""
    generator: str
    generator_digest: str
    light_digest: str = ""
    settings: BatchSettings
    recolor: Recolor = AS_PAINTED
    references: References = field(default_factory=References)
    marks: Mapping[int, FrameMarks] = field(default_factory=dict)
    out: Path

    @property
    def shown_names(self) -> dict[Rgb, str]:
        """Names of colours as they are shown."""
        return {self.recolor.color(color): name for color, name in self.color_names.items()}

    def references_of(self, index: int) -> References:
        """The references of a frame: those of its layer of cels, and those of none."""
        return self.references.for_layers(self.frames[index].layers)

    def target(self, index: int) -> Path:
        """The picture that is written of a frame."""
        return labelled(self.out, self.frames[index].label, PNG)

    def targets(self, index: int) -> tuple[Path, ...]:
        """Every file that is written of a frame, the picture last."""
        picture, suffix = self.target(index), self.settings.layers
        return (picture.with_suffix(suffix), picture) if suffix else (picture,)

    def read_lines(self, picture: Picture) -> DrawnLines:
        """The lines of a frame's drawing. Raises ValueError where they cannot be what was said."""
        settings = self.settings
        return read_lines(
            picture.rgba_u8,
            settings.lines,
            clean_paper=settings.clean_paper,
            color=settings.line_color,
        )

    def strokes_at(self, index: int) -> LightStrokes:
        """The strokes of light on a frame; none without a light."""
        return self.marks_at(index).strokes if self.settings.light is not None else ()

    def marks_at(self, index: int) -> FrameMarks:
        """What was drawn on a frame besides its hints."""
        return self.marks.get(index, NO_MARKS)

    def bounded(self, index: int, line_art: LineArt) -> LineArt:
        """A frame's drawing with its barriers as ink: what colours and regions go by."""
        return with_barriers(line_art, self.marks_at(index).barriers)

    def drawing(self, index: int) -> str:
        """Digest of a frame's drawing, and of what bounds its regions besides the lines."""
        digest, bounds = self.frames[index].digest, self.marks_at(index).bounds
        return _digest(digest + json.dumps(bounds, sort_keys=True)) if bounds else digest

    @cached_property
    def _tracks(self) -> dict[tuple[str, Size], tuple[int, ...]]:
        """Frames between which hints are carried: those of one cut and one size, in order."""
        found: dict[tuple[str, Size], list[int]] = {}
        for index, frame in enumerate(self.frames):
            found.setdefault((frame.cut, frame.size), []).append(index)
        return {track: tuple(indices) for track, indices in found.items()}

    @cached_property
    def _keys_of_track(self) -> dict[tuple[str, Size], tuple[KeyFrame, ...]]:
        """Key frames by track; where none is given the first frame is one, if it may be."""
        found: dict[tuple[str, Size], list[KeyFrame]] = {}
        for key in self.keys:
            frame = self.frames[key.index]
            found.setdefault((frame.cut, frame.size), []).append(key)
        if self.settings.first_is_key:
            for track, indices in self._tracks.items():
                found.setdefault(track, [KeyFrame(index=indices[0])])
        return {track: tuple(keys) for track, keys in found.items()}

    def keys_around(self, index: int) -> tuple[KeyFrame | None, KeyFrame | None]:
        """The key at or before a frame in its cut, and the one at or behind it."""
        frame = self.frames[index]
        keys = self._keys_of_track.get((frame.cut, frame.size), ())
        behind = bisect_left(keys, index, key=lambda key: key.index)
        right = keys[behind] if behind < len(keys) else None
        if right is not None and right.index == index:
            return right, right
        if not self.settings.carries_hints:
            return None, None
        return keys[behind - 1] if behind else None, right

    def key_at(self, index: int) -> KeyFrame | None:
        """The key that a frame itself is."""
        left, right = self.keys_around(index)
        return left if left is right else None

    @property
    def unhinted(self) -> tuple[tuple[str, Size, int], ...]:
        """Cut, size and number of selected frames that no key frame's colours reach."""
        left: Counter[tuple[str, Size]] = Counter(
            (self.frames[index].cut, self.frames[index].size)
            for index in self.selected
            if self.keys_around(index) == (None, None)
        )
        return tuple((cut, size, count) for (cut, size), count in left.items())

    def previous(self, index: int) -> int | None:
        """The distinct drawing from which a frame's hints are carried on.

        None at a key frame, ahead of the first one, and where nothing is carried.
        """
        left, right = self.keys_around(index)
        return None if left is None or left is right else self.drawing_before(index)

    def following(self, index: int) -> int | None:
        """The distinct drawing from which the next key frame's hints are carried back.

        None at a key frame, at the last drawing before one, behind the last one, farther from it
        than MOST_BACK drawings, and where nothing is carried.
        """
        return self._following.get(self.first_of[index])

    @cached_property
    def _following(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for indices in self._tracks.values():
            firsts = [index for index in indices if self.first_of[index] == index]
            steps = MOST_BACK
            for index, after in reversed(tuple(pairwise(firsts))):
                left, right = self.keys_around(index)
                if right is None or left is right:
                    continue
                steps = 0 if right.index == after else steps + 1
                if 0 < steps < MOST_BACK:
                    found[index] = after
        return found

    def drawing_before(self, index: int) -> int | None:
        """The distinct drawing before a frame in its cut; None at the first."""
        return self._previous[self.first_of[index]]

    def first_key(self, index: int) -> int | None:
        """The first key frame of a frame's cut, in which its light was set; None without one."""
        frame = self.frames[index]
        keys = self._keys_of_track.get((frame.cut, frame.size), ())
        return keys[0].index if keys else None

    @property
    def turns_light(self) -> bool:
        """Whether the light turns with the figure."""
        light = self.settings.light
        return light is not None and light.follows is Follows.FIGURE

    @cached_property
    def _previous(self) -> dict[int, int | None]:
        found: dict[int, int | None] = {}
        for indices in self._tracks.values():
            last: int | None = None
            for index in indices:
                if self.first_of[index] != index:
                    continue
                found[index] = last
                last = index
        return found

    @cached_property
    def first_of(self) -> tuple[int, ...]:
        """For each frame the frame that is coloured in its place: itself unless it is held.

        Identical drawings between the same key frames are one, if the same was drawn on them;
        those of a key frame take the key's own colours.
        """
        seen: dict[tuple[str, Size, int, int, str, LightStrokes], int] = {}
        chosen = []
        for index, frame in enumerate(self.frames):
            around = self.keys_around(index)
            same_key = [
                key.index
                for key in around
                if key
                and self.drawing(key.index) == self.drawing(index)
                and self.strokes_at(key.index) == self.strokes_at(index)
            ]
            left, right = (key.index if key else -1 for key in around)
            strokes = self.strokes_at(index)
            place = (frame.cut, frame.size, left, right, self.drawing(index), strokes)
            chosen.append(same_key[0] if same_key else seen.setdefault(place, index))
        return tuple(chosen)

    @cached_property
    def groups(self) -> dict[int, tuple[int, ...]]:
        """The selected frames by the frame that is coloured in their place, in order."""
        found: dict[int, list[int]] = {}
        for index in self.selected:
            found.setdefault(self.first_of[index], []).append(index)
        return {first: tuple(members) for first, members in found.items()}

    def fingerprint(self, index: int) -> str:
        """Of everything that a frame's result depends on."""
        painted, light = self.painted(index), self.settings.light
        shown: list[object] = [self.recolor.pairs, light.own if light else ()]
        if (color := self.settings.line_color) is not None:
            shown.append(str(color))
        return _digest(painted + repr(shown)) if any(shown) else painted

    def painted(self, index: int) -> str:
        """Of everything but what colours are shown as, which needs no painting anew."""
        return self._fingerprints[self.first_of[index]]

    @cached_property
    def _common(self) -> dict[str, object]:
        settings = asdict(replace(self.settings, light=None, line_color=None))
        del settings["light"], settings["line_color"]  # of what is painted they change nothing
        if settings["smallest"] is None:  # as in results from before it could be told
            del settings["smallest"]
        if not settings["variant"]:
            del settings["variant"]
        if settings["tidy"] is None:  # so that batches of before stay what they were
            del settings["tidy"]
        light = self.settings.light
        told = {"references": shown} if (shown := self.references.digests) else {}
        lit = {} if light is None else {"light": [light_to_json(light), self.light_digest, _LIT]}
        return {
            "version": VERSION,
            "tags": self.tags.names,
            "palette": [format_color(color) for color in self.palette],
            "names": sorted((format_color(c), n) for c, n in self.color_names.items()),
            "generator": self.generator_digest,
            "settings": settings,
            **lit,
            **told,
        }

    @cached_property
    def _fingerprints(self) -> dict[int, str]:
        chains: dict[int, str] = {}
        found = {}
        for first in sorted(set(self.first_of)):
            before = self.previous(first)
            drawing = self.drawing(first)
            chains[first] = drawing if before is None else _digest(chains[before] + drawing)
        behind: dict[int, str] = {}
        for first in sorted(chains, reverse=True):
            after = self.following(first)
            behind[first] = "" if after is None else _digest(behind[after] + self.drawing(after))
            found[first] = self._print_of(first, chains[first] + behind[first])
        return found

    @cached_property
    def _ways(self) -> dict[int, str]:
        """Of the drawings and key frames through which a figure is followed to each frame."""
        found = {}
        for track, indices in self._tracks.items():
            keys = {key.index: repr(key.hints.hints) for key in self._keys_of_track.get(track, ())}
            way = ""
            for index in indices:
                way = _digest(way + self.drawing(index) + keys.get(index, ""))
                found[index] = way
        return found

    def _print_of(self, index: int, chain: str) -> str:
        """chain  digests of the drawings through which hints were carried here, from both sides."""
        around = [
            [self.drawing(key.index), _digest(repr(key.hints.hints))] if key else None
            for key in self.keys_around(index)
        ]
        own: dict[str, object] = {
            "drawing": self.drawing(index),
            "keys": around,
            "chain": chain,
        }
        if self.turns_light:
            own["way"] = self._ways[index]
        if strokes := self.strokes_at(index):
            own["strokes"] = strokes_to_json(strokes)
        return _digest(json.dumps({**self._common, **own}, sort_keys=True))

    def with_hints(self, index: int, hints: HintSet) -> "BatchPlan":
        """The plan with one frame's hints corrected, whereby it becomes a key frame.

        Without hints it is none any more.
        """
        kept = [key for key in self.keys if key.index != index]
        if len(hints):
            kept.append(KeyFrame(index=index, hints=hints))
        return replace(self, keys=tuple(sorted(kept, key=lambda key: key.index)))

    def changed_since(self, earlier: "BatchPlan") -> tuple[int, ...]:
        """Selected frames whose result differs from that of another plan of the same frames."""
        return tuple(i for i in self.selected if self.fingerprint(i) != earlier.fingerprint(i))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def generator_digest(spec: GeneratorSpec) -> str:
    """What a generator is exactly: its name, its graphs and its configuration."""
    facts: list[object] = [
        spec.name,
        sorted(spec.digests.items()),
        spec.precision,
        asdict(spec.size_rule),
    ]
    facts += [spec.tidy] if spec.tidy else []
    return _digest(json.dumps([*facts, spec.arguments], sort_keys=True, default=str))


def held_frames(plan: BatchPlan) -> Iterable[tuple[int, int]]:
    """Selected frames that are held, each with the frame that is coloured in its place."""
    return ((i, plan.first_of[i]) for i in plan.selected if plan.first_of[i] != i)
