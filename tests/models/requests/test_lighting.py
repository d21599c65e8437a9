"""A light on what a generator coloured: over its flats, at once where nothing else changes."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from models.cancel import Cancelled
from models.coloring.trace import TraceArea, TraceAreas
from models.device import CPU
from models.hints.hints import HintSet, LineArt, PointHint
from models.lighting.light import Light, ShadeStyle
from models.lighting.strokes import LightKind, LightStroke
from models.requests import colorizer as colorizing
from models.requests import lighting
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest, Quality, Stage
from models.runtime.light_graph import LightGraph
from models.runtime.watershed import WatershedGenerator

RED = (200, 30, 30)
LIGHT = Light(300)


def never():
    return False


def drawing(side=300):
    """A ring of ink on paper."""
    pixels = np.full((side, side), 255, dtype=np.uint8)
    cv2.circle(pixels, (side // 2, side // 2), side // 3, 0, 3, cv2.LINE_AA)
    return LineArt(pixels)


def ask(line=None, **options):
    line = line or drawing()
    middle = line.size.width / 2
    hints = HintSet((PointHint(middle, middle, RED, 4), PointHint(5, 5, (255, 255, 255), 3)))
    return ColorizeRequest(request_id=1, line_art=line, hints=hints, **options)


def run(colorizer, request):
    return list(colorizer.run(request, is_cancelled=never))


class Counting(WatershedGenerator):
    """The watershed fill, counting its paintings."""

    painted = 0

    def paint(self, *arguments, **options):
        self.painted += 1
        return super().paint(*arguments, **options)


def test_every_stage_but_the_first_preview_is_lit_and_flats_are_what_they_are_without_a_light():
    plain = run(Colorizer(WatershedGenerator()), ask())
    preview, *lit = run(Colorizer(WatershedGenerator()), ask(light=LIGHT))
    assert preview.tones_u8 is None
    assert (preview.shade_u8 == 255).all()
    assert np.array_equal(plain[0].flat_u8, preview.flat_u8)
    for before, after in zip(plain[1:], lit, strict=True):
        assert np.array_equal(before.flat_u8, after.flat_u8)
        assert before.tones_u8 is None
        assert after.tones_u8.shape == after.flat_u8.shape[:2]
        assert 0.02 < (after.tones_u8 == 1).mean() < 0.3
        assert (after.shade_u8 < 255).any()
    assert plain[-1].report == lit[-1].report


def test_a_hint_keeps_its_colour_in_the_flats_and_lies_in_shade_as_all_around_it():
    hints = HintSet((PointHint(225, 190, RED, 5), PointHint(5, 5, (255, 255, 255), 3)))
    full = run(Colorizer(WatershedGenerator()), replace(ask(light=LIGHT), hints=hints))[-1]
    assert full.tones_u8[190, 225] == 1
    assert full.flat_u8[190, 225].tolist() == list(RED)
    assert full.report.hints_obeyed == full.report.hints_visible == 2
    assert len(np.unique(full.rgba_u8[188:193, 223:228].reshape(-1, 4), axis=0)) == 1


def test_another_light_is_laid_without_the_generator():
    generator = Counting()
    colorizer = Colorizer(generator)
    run(colorizer, ask(light=LIGHT))
    painted = generator.painted
    turned = replace(ask(light=Light(60, ShadeStyle.TWO_TONE)), request_id=2)
    results = run(colorizer, turned)
    assert generator.painted == painted
    assert [result.stage for result in results] == [Stage.FULL]
    afresh = run(Colorizer(WatershedGenerator()), turned)[-1]
    for name in ("rgba_u8", "flat_u8", "shade_u8", "highlight_u8", "tones_u8"):
        assert np.array_equal(getattr(results[-1], name), getattr(afresh, name)), name
    assert results[-1].report == afresh.report
    assert results[-1].request_id == 2


def test_painted_light_alone_is_laid_so_too():
    generator = Counting()
    colorizer = Colorizer(generator)
    run(colorizer, ask(light=LIGHT))
    painted = generator.painted
    stroke = LightStroke(((150.5, 150.5),), 8, LightKind.SHADE)
    full = run(colorizer, ask(light=LIGHT, light_strokes=(stroke,)))[-1]
    assert generator.painted == painted
    assert (full.tones_u8[145:156, 145:156] == 1).all()


@pytest.mark.parametrize("change", ["hints", "trace"])
def test_whatever_else_changes_is_made_anew(change):
    generator = Counting()
    colorizer = Colorizer(generator)
    run(colorizer, ask(light=LIGHT))
    painted = generator.painted
    areas = np.full((300, 300), TraceArea.NONE, dtype=np.uint8)
    other = {"hints": HintSet((PointHint(150, 150, (0, 0, 255), 4),)), "trace": TraceAreas(areas)}
    results = run(colorizer, replace(ask(light=LIGHT), **{change: other[change]}))
    assert (generator.painted > painted) is (change == "hints")  # it knows of no trace
    assert len(results) == 3


def test_without_a_light_again_there_is_none():
    colorizer = Colorizer(WatershedGenerator())
    run(colorizer, ask(light=LIGHT))
    full = run(colorizer, ask())[-1]
    assert full.tones_u8 is None
    assert (full.shade_u8 == 255).all()


def test_a_large_picture_shows_its_light_coarsely_first(monkeypatch):
    monkeypatch.setattr(colorizing, "QUICK_PIXELS", 50_000)
    colorizer = Colorizer(WatershedGenerator())
    run(colorizer, ask(light=LIGHT))
    turned = ask(light=Light(60))
    assert [each.stage for each in run(colorizer, turned)] == [Stage.FINAL, Stage.FULL]
    preview = run(colorizer, replace(turned, quality=Quality.PREVIEW))
    assert [each.stage for each in preview] == [Stage.PREVIEW]


def test_a_huge_picture_is_not_kept(monkeypatch):
    monkeypatch.setattr(colorizing, "KEPT_BYTES", 200_000)
    colorizer = Colorizer(WatershedGenerator())
    run(colorizer, ask(light=LIGHT))
    stages = [each.stage for each in run(colorizer, ask(light=Light(60)))]
    assert stages == [Stage.PREVIEW, Stage.FINAL, Stage.FULL]


def test_rows_for_a_file_are_the_pixels_of_the_last_stage():
    stroke = LightStroke(((150.5, 150.5),), 8, LightKind.LIGHT)
    request = ask(light=Light(300, ShadeStyle.SOFT), light_strokes=(stroke,))
    full = run(Colorizer(WatershedGenerator()), request)[-1]
    rows = Colorizer(WatershedGenerator()).full_rows(request, is_cancelled=never)
    for name in ("rgba_u8", "flat_u8", "shade_u8", "highlight_u8", "tones_u8"):
        assert np.array_equal(getattr(rows, name)[0:300], getattr(full, name)), name


def test_a_light_can_be_cancelled():
    colorizer = Colorizer(WatershedGenerator())
    run(colorizer, ask(light=LIGHT))
    with pytest.raises(Cancelled):
        list(colorizer.run(ask(light=Light(60)), is_cancelled=lambda: True))


class LeftHalf:
    """A session that finds shade in the left half of a picture, and notes what it was given."""

    def run(self, names, feeds, options):
        self.feeds = feeds
        tones = np.zeros((1, 4, *feeds["line"].shape[2:]), dtype=np.float32)
        tones[:, 0, :, : tones.shape[3] // 2] = 1
        return [tones]


def test_a_trained_light_takes_the_place_of_geometry(tmp_path):
    session = LeftHalf()
    graph = LightGraph(tmp_path / "light.onnx", CPU, make_session=lambda path, device: session)
    full = run(Colorizer(WatershedGenerator(), light=graph), ask(light=LIGHT))[-1]
    inside = np.hypot(*(np.mgrid[:300, :300] - 149.5)) < 90
    left = np.arange(300) < 140
    assert (full.tones_u8[inside & left] == 1).all()
    assert (full.tones_u8[inside & (np.arange(300) > 160)] == 0).all()
    assert not full.tones_u8[~inside & (np.hypot(*(np.mgrid[:300, :300] - 149.5)) > 110)].any()
    assert session.feeds["line"].max() > 0.9


@pytest.fixture
def told(monkeypatch):
    """The lights under which it was asked where shade lies."""
    asked = []
    original = lighting.told_maps

    def note(form, light, told):
        asked.append(light)
        return original(form, light, told)

    monkeypatch.setattr(lighting, "told_maps", note)
    return asked


def recolored(**options):
    """A request like `ask` with another hint."""
    middle = drawing().size.width / 2
    hints = HintSet((PointHint(middle, middle, (30, 60, 200), 4), PointHint(9, 9, RED, 4)))
    return replace(ask(light=LIGHT), request_id=2, hints=hints, **options)


@pytest.mark.parametrize("style", ShadeStyle)
def test_a_stroke_shows_at_once_in_the_light_of_the_answer_before(told, style):
    light = replace(LIGHT, style=style)
    colorizer = Colorizer(WatershedGenerator())
    *_, before = run(colorizer, ask(light=light))
    told.clear()
    preview, final, full = run(colorizer, recolored(light=light))
    assert len(told) == 1
    for stage in (preview, final):
        shape = stage.tones_u8.shape[::-1]
        known = cv2.resize(before.tones_u8, shape, interpolation=cv2.INTER_NEAREST)
        assert (stage.tones_u8 == known).mean() > 0.99
        assert ((stage.shade_u8 < 255).any(axis=2) == (stage.tones_u8 == 1)).mean() > 0.9
    afresh = run(Colorizer(WatershedGenerator()), recolored(light=light))[-1]
    assert np.array_equal(full.rgba_u8, afresh.rgba_u8)


@pytest.mark.parametrize("quality", [Quality.PREVIEW, Quality.FINAL])
def test_the_last_stage_asked_for_is_always_lit_anew(told, quality):
    colorizer = Colorizer(WatershedGenerator())
    run(colorizer, ask(light=LIGHT))
    told.clear()
    last = run(colorizer, recolored(quality=quality))[-1]
    assert len(told) == 1
    assert last.tones_u8.any()


@pytest.mark.parametrize(
    "change",
    [
        {"light": Light(60)},
        {"light_strokes": (LightStroke(((150.5, 150.5),), 8, LightKind.SHADE),)},
        {"line_art": drawing(280)},
    ],
)
def test_the_light_of_another_answer_lights_nothing(told, change):
    colorizer = Colorizer(WatershedGenerator())
    run(colorizer, ask(light=LIGHT))
    told.clear()
    preview, *_ = run(colorizer, replace(recolored(), **change))
    assert preview.tones_u8 is None
    assert told
