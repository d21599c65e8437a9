"""Only what changed is composed anew, and nobody can tell: the bytes are those of the whole."""

from dataclasses import fields, replace

import numpy as np
import pytest

import resources
from models.coloring import carrier
from models.coloring.palette import Recolor
from models.coloring.trace import TraceAreas
from models.device import CPU
from models.hints.hints import HintSet, Keep, LineArt, PointHint, StrokeHint, TagSelection
from models.lighting.light import Light
from models.memory import held_bytes
from models.pictures.files import read_picture
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest, ColorizeResult
from models.runtime.onnx_generator import load_generator
from models.runtime.watershed import WatershedGenerator
from tests.helpers.places import ROOT

RED, GREEN, BLUE = (200, 30, 30), (40, 160, 70), (20, 40, 220)


def never():
    return False


@pytest.fixture(scope="module")
def sheet():
    """Two rows of rooms, one of which is open to the next."""
    pixels = np.full((700, 520), 255, dtype=np.uint8)
    for top in (20, 360):
        for left in (20, 190, 360):
            pixels[top : top + 4, left : left + 140] = 0
            pixels[top + 300 : top + 304, left : left + 140] = 0
            pixels[top : top + 300, [left, left + 1, left + 138, left + 139]] = 0
    pixels[150:200, 158:192] = 255
    return LineArt(pixels)


def dab(x, y, color=RED, radius=5.0):
    return PointHint(float(x), float(y), color, radius)


STEPS = {
    "nothing": (),
    "a first hint": (dab(60, 60),),
    "one below": (dab(60, 60), dab(240, 500, BLUE)),
    "one over lines": (
        dab(60, 60),
        dab(240, 500, BLUE),
        StrokeHint(((60.0, 420.0), (300.0, 430.0)), GREEN, 4.0),
    ),
    "another colour of the first": (
        dab(60, 60, BLUE),
        dab(240, 500, BLUE),
        StrokeHint(((60.0, 420.0), (300.0, 430.0)), GREEN, 4.0),
    ),
    "the middle one gone": (
        dab(60, 60, BLUE),
        StrokeHint(((60.0, 420.0), (300.0, 430.0)), GREEN, 4.0),
    ),
    "two in one room": (dab(60, 60), dab(120, 240, GREEN), dab(240, 500, BLUE)),
    "undone": (dab(60, 60),),
}


def full(colorizer, request):
    *_, last = colorizer.run(request, is_cancelled=never)
    return last


def compare(found, expected):
    for field in fields(ColorizeResult):
        ours, theirs = getattr(found, field.name), getattr(expected, field.name)
        if isinstance(theirs, np.ndarray):
            assert np.array_equal(ours, theirs), field.name
        elif field.name != "elapsed_ms":
            assert ours == theirs, field.name


def walk(generator, requests):
    """Each request by a colorizer that knows those before it and by one that knows none."""
    again = Colorizer(generator)
    for request in requests:
        whole = Colorizer(generator, reader=again._reader)
        compare(full(again, request), full(whole, request))


def ask(line, hints, **options):
    return ColorizeRequest(request_id=1, line_art=line, hints=HintSet(hints), **options)


class Shaded(WatershedGenerator):
    """The watershed fill with shading that follows its flats."""

    def paint(self, features, hints, tags, **options):
        painting = super().paint(features, hints, tags, **options)
        shade = np.linspace(0.6, 1.1, painting.rgb.shape[0], dtype=np.float32)[:, None, None]
        return replace(painting, rgb=np.clip(painting.flat * shade, 0, 1))


@pytest.mark.parametrize("light", [None, Light()], ids=["unlit", "lit"])
def test_every_kind_of_change_gives_the_bytes_of_the_whole(sheet, light):
    requests = [ask(sheet, hints, light=light) for hints in STEPS.values()]
    walk(Shaded(), requests)


def test_other_palettes_traces_and_lights_are_told_apart(sheet):
    areas = np.zeros(sheet.size.shape, dtype=np.uint8)
    areas[380:500, 40:100] = 1
    hints = STEPS["two in one room"]
    requests = [
        ask(sheet, hints),
        ask(sheet, hints, palette=(GREEN, BLUE)),
        ask(sheet, hints, trace=TraceAreas(areas)),
        ask(sheet, hints, light=Light(40.0)),
        ask(sheet, hints[:1], light=Light(90.0)),
        ask(sheet, hints[:2]),
    ]
    walk(Shaded(), requests)


def test_another_drawing_begins_anew(sheet):
    other = LineArt(np.ascontiguousarray(sheet.pixels[::-1]))
    walk(Shaded(), [ask(sheet, STEPS["one below"]), ask(other, STEPS["one below"])])


def test_a_stroke_composes_its_own_tiles_alone(sheet, monkeypatch):
    composed = []
    flats = carrier.Carrier.flats

    def watch(self, place, offsets):
        composed.append(place)
        return flats(self, place, offsets)

    monkeypatch.setattr(carrier.Carrier, "flats", watch)
    colorizer = Colorizer(WatershedGenerator())
    rooms = [dab(x, y) for x in (90, 260, 430) for y in (170, 510)]
    hints = (*rooms, dab(5, 345, GREEN))
    full(colorizer, ask(sheet, hints))
    assert sum(np.prod(place.shape) for place in composed) == sheet.pixels.size
    composed.clear()
    full(colorizer, ask(sheet, (*hints, dab(430, 250, BLUE, 3.0))))
    full(colorizer, ask(sheet, hints))
    assert composed
    assert max(place.bottom for place in composed) <= 384  # the lower rooms stay as they are
    assert min(place.left for place in composed) >= 256  # and the one at the upper left


@pytest.mark.parametrize(("light", "most"), [(None, 4), (Light(), 6)], ids=["unlit", "lit"])
def test_a_flat_picture_is_kept_in_few_bytes_a_pixel(sheet, light, most):
    colorizer = Colorizer(WatershedGenerator())
    full(colorizer, ask(sheet, STEPS["one over lines"], light=light))
    kept = colorizer._kept
    assert held_bytes(kept.picture, kept.lit and kept.lit[1]) < most * sheet.pixels.size


BARE = replace(dab(240, 240), is_local=True, keep=Keep.UNCOLORED)


@pytest.mark.parametrize("bare", [(), (BARE,)], ids=["tiled", "whole"])
def test_kept_pictures_share_nothing_with_answers(sheet, bare):
    colorizer = Colorizer(Shaded())
    request = ask(sheet, (*STEPS["one over lines"], *bare))
    for light in (None, Light()):
        first = full(colorizer, replace(request, light=light))
        recolored = replace(request, light=light, recolor=Recolor(((GREEN, RED),)))
        expected = full(colorizer, recolored)
        for plane in (first.rgba_u8, first.flat_u8, first.shade_u8, first.highlight_u8):
            plane[:] = 7  # whoever takes an answer may do with it what he likes
        compare(full(colorizer, recolored), expected)


def test_the_bundled_generator_gives_the_bytes_of_the_whole():
    generator = load_generator(resources.GENERATORS / "tintline", CPU)
    picture = read_picture(ROOT / "tests/golden/drawings/mei.png").rgba_u8[::2, ::2, 0]
    line = LineArt(np.ascontiguousarray(picture))
    height, width = line.size.shape
    hints = [
        dab(width * x, height * y, color, 3.0)
        for x, y, color in ((0.5, 0.2, RED), (0.5, 0.7, GREEN), (0.4, 0.45, BLUE), (0.6, 0.9, RED))
    ]
    requests = [ask(line, tuple(hints[:count])) for count in (2, 3, 4, 3)]
    requests.append(ask(line, tuple(hints[:3]), tags=TagSelection(("blue_hair",))))
    walk(generator, requests)
