"""`tintline-train evaluate-light`: how well shade is told under a known light, beside baselines."""

import argparse
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from models.arrays import BoolArray, FloatArray, U8Array
from models.cells.cells import normalized_ink
from models.files.whole import write_json
from models.lighting.form import read_form
from models.lighting.light import Light
from models.lighting.maps import ToneMaps
from models.lighting.prior import prior_maps
from models.runtime.light_graph import LightGraph
from training.command_line import UsageError
from training.data import characters
from training.data.characters import ViewChoice
from training.data.items.lit_items import encode_light, share_in_shade
from training.data.library import iterate
from training.data.progress import Progress
from training.data.sample import Sample
from training.data.seeds import VAL_SEEDS
from training.evaluation.light_protocol.applied import Lit, light_path, open_light
from training.evaluation.light_protocol.drawings import measure_drawings
from training.evaluation.light_protocol.sheet import USUAL, Tell, light_sheet
from training.evaluation.light_protocol.walks import measure_walks
from training.evaluation.summary import Row, plain_table
from training.export.graphs import load_session
from training.export.light import OUTPUT
from training.recipe import SourceConfig

SIDE = 320
"""Side of the pictures: that of the views of the recipe."""
LIGHTS = 2
"""Lights of each character; each is turned by 180 degrees besides."""
FROM_ABOVE = ", from above"
"""Ends the name of what is of lights from above alone, which stand before the figure. From below
they stand behind it in the application, while these characters are lit from below on both sides."""
USUAL_BEHIND = 0.8
"""Share of the figure in shade that is told under a light from behind where nobody tells one."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    add = parser.add_argument
    add("--light", type=Path, action="append", default=[], help="a light's folder (see export)")
    add("--characters", type=int, default=40, help="held-out characters (default: 40)")
    add("--data", type=Path, help="folder of development data, for its held-out character parts")
    add("--parts", type=int, default=40, help="pictures of character parts (default: 40)")
    add("--walks", type=int, default=0,
        help="drawn walks in which it is measured how steady shade is (default: none)")  # fmt: skip
    add("--drawings", type=int, default=0,
        help="with --data: drawings of each set of artists, whose shade is compared; the light is "
        "the first one (default: none)")  # fmt: skip
    add("--sheet", type=Path, help="contact sheet (PNG or WebP) of the first light")
    add("--json", type=Path, help="write the figures as JSON")


def run(options: argparse.Namespace) -> int:
    """Measure; returns the exit status."""
    if options.characters < 1 or options.parts < 1:
        raise UsageError("--characters and --parts are at least 1")
    if options.drawings and not options.data:
        raise UsageError("--drawings compares artists' drawings; say where they lie with --data")
    if options.sheet and not options.light:
        raise UsageError("--sheet shows what a light tells; name its folder with --light")
    tellers: dict[str, Tell] = {"no shade": no_shade, "geometric prior": prior}
    tellers |= {folder.name: network_teller(folder) for folder in options.light}
    graphs = {folder.name: open_light(folder) for folder in options.light}
    applied = {f"{name}, as applied": applied_teller(graph) for name, graph in graphs.items()}
    rows = measure_characters(tellers | applied, options.characters, told=set(graphs))
    print(f"{options.characters} held-out characters, {LIGHTS} lights each and their opposites")
    print(plain_table(rows))
    content: dict[str, object] = {"characters": rows}
    if options.data:
        parts = measure_parts(tellers, options.data, options.parts)
        content["parts"] = parts
        print(f"\nheld-out character parts, light unknown\n{plain_table(parts)}")
    if options.walks:
        lights: dict[str, LightGraph | None] = {"geometric prior": None}
        walks = measure_walks(lights | graphs, options.walks)
        content["walks"] = walks
        print(f"\n{options.walks} walks of ten frames, each frame turned on\n{plain_table(walks)}")
    if options.drawings:
        graph = open_light(options.light[0]) if options.light else None
        drawings = measure_drawings(options.data, graph, options.drawings)
        content["drawings"] = drawings
        print(f"\ndrawings with an artist's shade, % lower than flats\n{plain_table(drawings)}")
    if options.json:
        write_json(options.json, content)
    if options.sheet:
        light_sheet(options.sheet, tellers[options.light[0].name])
    return 0


def no_shade(sample: Sample, _light: float | None, _amount: float) -> FloatArray:
    """Everything lit."""
    return np.zeros((4, *sample.figure.shape), np.float32)


def prior(sample: Sample, light: float | None, _amount: float) -> FloatArray:
    """What geometry tells that knows the true parts. A light that is not known is from above."""
    assert sample.flat is not None
    assert sample.line is not None
    form = read_form(sample.flat, None, sample.labels, normalized_ink(sample.line))
    return _shares(prior_maps(form, Light(0.0 if light is None else light)))


def applied_teller(graph: LightGraph) -> Tell:
    """What the application makes of it that knows the true parts, under a light that is known."""

    def tell(sample: Sample, light: float | None, _amount: float) -> FloatArray:
        assert sample.flat is not None
        assert sample.line is not None
        assert light is not None
        lit = Lit.of(sample.line, sample.flat, parts=sample.labels)
        return _shares(lit.tones(Light(light), graph))

    return tell


def _shares(maps: ToneMaps) -> FloatArray:
    """Tones as probabilities, float32 (4, h, w)."""
    odds = np.stack([maps.shade, maps.deep, maps.highlight])
    shares = 1 / (1 + np.exp(-odds))
    return np.concatenate([shares, maps.soft[None]]).astype(np.float32)


def network_teller(folder: Path) -> Tell:
    """What an exported light tells. Raises ValueError if there is none in the folder."""
    session = load_session(light_path(folder), threads=1)

    def tell(sample: Sample, light: float | None, amount: float) -> FloatArray:
        assert sample.line is not None
        assert sample.flat is not None
        feeds = {
            "line": normalized_ink(sample.line)[None, None],
            "flats": sample.flat.transpose(2, 0, 1)[None].astype(np.float32) / 255,
            "light": encode_light(light, amount)[None],
        }
        tones: FloatArray = session.run([OUTPUT], feeds)[0][0]
        return tones

    return tell


@dataclass(slots=True)
class Score:
    """Sums over pictures: pixels of the right tone, shade in both, in either; and asymmetries."""

    right: list[float] = field(default_factory=list)
    both: int = 0
    either: int = 0
    told_sides: list[float] = field(default_factory=list)
    true_sides: list[float] = field(default_factory=list)
    turned: list[bool] = field(default_factory=list)

    def add(self, told: FloatArray, sample: Sample) -> None:
        """Compare tones with a sample's own."""
        assert sample.tones is not None
        where = sample.figure > 127
        true_dark, told_dark = sample.tones.first > 127, told[0] > 0.5
        same = true_dark == told_dark
        for place, plane in ((1, sample.tones.second), (2, sample.tones.highlight)):
            if plane is not None:
                same &= (plane > 127) == (told[place] > 0.5)
        self.right.append(float(same[where].mean()))
        self.both += int((true_dark & told_dark & where).sum())
        self.either += int(((true_dark | told_dark) & where).sum())

    def add_sided(self, told: FloatArray, opposite: FloatArray, sample: Sample) -> None:
        """The same, and on which half shade lies, under a known light and under its opposite."""
        assert sample.light is not None
        assert sample.tones is not None
        figure, light = sample.figure, sample.light
        self.add(told, sample)
        self.told_sides.append(far_side(told[0], figure, 90.0))
        self.true_sides.append(far_side(sample.tones.first > 127, figure, 90.0))
        near = far_side(opposite[0], figure, light)
        self.turned.append(far_side(told[0], figure, light) > near)

    def row(self, method: str, *, sided: bool) -> Row:
        """The means, as a row of the table."""
        row: Row = {
            "method": method,
            "right tone": float(np.mean(self.right)),
            "shade IoU": self.both / max(self.either, 1),
        }
        if sided:
            varies = np.ptp(self.told_sides) > 0
            sides = np.corrcoef(self.told_sides, self.true_sides)[0, 1] if varies else 0.0
            row["side r"] = float(sides)
            row["turned"] = float(np.mean(self.turned))
        return row


def far_side(dark: FloatArray | BoolArray, figure: U8Array, degrees: float) -> float:
    """How much more of a figure is dark on its half away from a light than on the half towards it.

    -1 to 1. The figure is parted through its middle, across the light's direction.
    """
    rows, columns = np.nonzero(figure > 127)
    turn = np.deg2rad(degrees)
    along = (columns - columns.mean()) * np.sin(turn) - (rows - rows.mean()) * np.cos(turn)
    values = np.asarray(dark, np.float32)[rows, columns]
    towards = along > 0
    if towards.all() or not towards.any():
        return 0.0
    return float(values[~towards].mean() - values[towards].mean())


def measure_characters(
    tellers: Mapping[str, Tell], count: int, *, told: Collection[str]
) -> list[Row]:
    """Characters that no training drew, each under lights of its own and under their opposites.

    ``right tone`` and ``shade IoU`` are of the figure. ``side r`` correlates how much more of the
    far half is dark, told and true; ``turned`` is how often the shade moves to the other half when
    the light is turned by 180 degrees. Each network, those of `told`, also tells with an amount of
    shade that is the same for all pictures, as an artist has it who asks for none.
    """
    scores: dict[str, Score] = {}
    progress = Progress(sys.stderr)
    progress.begin("characters", count)
    for seed in range(VAL_SEEDS, VAL_SEEDS + count):
        for number in range(LIGHTS):
            sample = characters.draw_character(seed, size=SIDE, view=ViewChoice(light=number))
            assert sample.light is not None
            true = share_in_shade(sample)
            behind = true > 0.5
            is_above = not behind and Light(sample.light).behind == 0
            for name, tell in tellers.items():
                amounts = {name: true}
                if name in told:
                    amounts[f"{name}, usual amount"] = USUAL_BEHIND if behind else USUAL
                for method, amount in amounts.items():
                    tones = tell(sample, sample.light, amount)
                    opposite = tell(sample, (sample.light + 180) % 360, amount)
                    for what in (method, f"{method}{FROM_ABOVE}") if is_above else (method,):
                        scores.setdefault(what, Score()).add_sided(tones, opposite, sample)
        progress.advance()
    progress.close()
    return [score.row(method, sided=True) for method, score in scores.items()]


def measure_parts(tellers: Mapping[str, Tell], data: Path, count: int) -> list[Row]:
    """Held-out character parts, whose light is unknown: told so, and told the best of eight."""
    scores: dict[str, Score] = {}
    for sample in _lit_parts(data, count):
        amount = share_in_shade(sample)
        for name, tell in tellers.items():
            scores.setdefault(name, Score()).add(tell(sample, None, amount), sample)
            if tell is not no_shade:
                told = [tell(sample, degrees, amount) for degrees in np.arange(0, 360, 45.0)]
                best = max(told, key=lambda tones: _iou(tones, sample))
                scores.setdefault(f"{name}, best of 8", Score()).add(best, sample)
    return [score.row(method, sided=False) for method, score in scores.items()]


def _lit_parts(data: Path, count: int) -> Iterator[Sample]:
    source = SourceConfig(kind="spritemaker", folder="spritemaker", count=count)
    for sample in iterate(source, data / source.folder, "val", SIDE):
        if sample.tones is not None:
            yield _padded(sample)


def _padded(sample: Sample) -> Sample:
    """With the paper around it that the network's sizes ask for."""
    height, width = sample.figure.shape
    spare = (-height % 16, -width % 16)

    def grown(plane: U8Array, empty: int) -> U8Array:
        margins = ((0, spare[0]), (0, spare[1]), (0, 0))[: plane.ndim]
        return np.pad(plane, margins, constant_values=empty)

    assert sample.tones is not None
    assert sample.line is not None
    assert sample.flat is not None
    return replace(
        sample,
        color=grown(sample.color, 255),
        figure=grown(sample.figure, 0),
        line=grown(sample.line, 255),
        flat=grown(sample.flat, 255),
        tones=sample.tones.changed(lambda plane: grown(plane, 0)),
        shade=None,
        labels=None if sample.labels is None else grown(sample.labels, 0),
        regions=None,
    )


def _iou(told: FloatArray, sample: Sample) -> float:
    assert sample.tones is not None
    true_dark, told_dark = sample.tones.first > 127, told[0] > 0.5
    return float((true_dark & told_dark).sum() / max((true_dark | told_dark).sum(), 1))
