"""Promises of models.requests.colorizer: three stages in order, lines read once, hints obeyed."""

import threading
from dataclasses import replace

import cv2
import numpy as np
import pytest
from skimage.color import deltaE_ciede2000, rgb2lab

from models.cancel import Cancelled
from models.coloring.flats import snap_hints
from models.coloring.painting import Painting
from models.device import CPU, DeviceChoice
from models.geometry import Rect, Size, SizeRule
from models.hints.hints import HintSet, LineArt, PointHint, StrokeHint, hint_owners
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest, Quality, Stage
from models.runtime.engine import open_session
from models.runtime.onnx_generator import load_generator
from models.runtime.watershed import WatershedGenerator
from models.spec import LINE_GRAPH

RED, BLUE = (200, 30, 30), (20, 40, 220)
HINTS = HintSet((PointHint(30, 40, RED, 4), PointHint(130, 60, BLUE, 4)))


def never():
    return False


def room(height, width, thickness=3):
    """One closed frame of ink, a tenth from the border."""
    pixels = np.full((height, width), 255, dtype=np.uint8)
    corner = (width // 10, height // 10)
    far = (width - 1 - width // 10, height - 1 - height // 10)
    cv2.rectangle(pixels, corner, far, 0, thickness)
    return LineArt(pixels)


def ask(line, hints=HINTS, **options):
    return ColorizeRequest(request_id=7, line_art=line, hints=hints, **options)


def run(colorizer, request):
    return list(colorizer.run(request, is_cancelled=never))


class Counting(WatershedGenerator):
    """The watershed fill, noting how often a drawing is read and painted."""

    def __init__(self):
        self.read, self.painted = [], []

    def read_line(self, line, frame, **options):
        self.read.append((line.digest, frame.content.long_side))
        return super().read_line(line, frame, **options)

    def paint(self, features, hints, tags, **options):
        self.painted.append(features.frame.content.long_side)
        return super().paint(features, hints, tags, **options)


class Shading(WatershedGenerator):
    """The watershed fill with everything a third darker, and a shade plane that says so."""

    def paint(self, features, hints, tags, **options):
        painting = super().paint(features, hints, tags, **options)
        shade = np.full_like(painting.rgb, 2 / 3)
        return Painting(rgb=painting.rgb * shade, flat=painting.flat, shade=shade)


class Drafting(Counting):
    """A generator of one size that can stop at a draft: the watershed fill, all in red."""

    def __init__(self):
        super().__init__()
        self.drafts = []
        rule = SizeRule(multiple_of=16, minimum=256, fixed=256, preferred=256)
        self._spec = replace(super().spec, size_rule=rule, inputs=("hints", "draft_only"))

    @property
    def spec(self):
        return self._spec

    def paint(self, features, hints, tags, *, draft=False, **options):
        self.drafts.append(draft)
        painting = super().paint(features, hints, tags, **options)
        red = np.broadcast_to(np.float32([1, 0, 0]), painting.rgb.shape)
        return replace(painting, rgb=red, flat=red) if draft else painting


def test_draft_is_the_preview_of_a_generator_of_one_size():
    generator = Drafting()
    preview, final, _ = run(Colorizer(generator), ask(room(256, 256)))
    assert generator.drafts == [True, False]
    assert len(generator.read) == 1
    assert preview.rgba_u8[5, 5].tolist() == [255, 0, 0, 255]
    assert final.rgba_u8[5, 5].tolist() != [255, 0, 0, 255]


class Early(Counting):
    """Its final frame is hardly larger than a preview's."""

    @property
    def spec(self):
        return replace(super().spec, size_rule=replace(super().spec.size_rule, preferred=320))


def test_final_picture_that_costs_little_more_than_a_preview_takes_its_place():
    generator = Early()
    preview, final, full = run(Colorizer(generator), ask(room(600, 800)))
    assert len(generator.painted) == 1
    assert preview.rgba_u8.shape == (240, 320, 4)
    assert np.array_equal(preview.rgba_u8, final.rgba_u8)
    assert full.rgba_u8.shape == (600, 800, 4)


def test_stages_come_in_order_at_their_sizes():
    results = run(Colorizer(WatershedGenerator()), ask(room(900, 1200)))
    assert [result.stage for result in results] == [Stage.PREVIEW, Stage.FINAL, Stage.FULL]
    shapes = [result.rgba_u8.shape for result in results]
    assert shapes == [(192, 256, 4), (384, 512, 4), (900, 1200, 4)]
    assert {result.request_id for result in results} == {7}
    assert {result.region for result in results} == {Rect(0, 0, 1200, 900)}
    assert all((result.rgba_u8[..., 3] == 255).all() for result in results)
    assert all(result.flat_u8.shape == (*result.rgba_u8.shape[:2], 3) for result in results)


def test_times_count_from_the_beginning_of_the_request():
    ticks = iter(range(100))
    colorizer = Colorizer(WatershedGenerator(), clock=lambda: float(next(ticks)))
    assert [r.elapsed_ms for r in run(colorizer, ask(room(90, 120)))] == [1000, 2000, 3000]


@pytest.mark.parametrize(
    ("quality", "last"), [(Quality.PREVIEW, Stage.PREVIEW), (Quality.FINAL, Stage.FINAL)]
)
def test_quality_is_the_last_stage(quality, last):
    results = run(Colorizer(WatershedGenerator()), ask(room(700, 700), quality=quality))
    assert results[-1].stage is last


def test_wanted_long_side_decides_the_final_size():
    request = ask(room(700, 1400), quality=Quality.FINAL, long_side=800)
    final = run(Colorizer(WatershedGenerator()), request)[-1]
    assert final.rgba_u8.shape[:2] == (400, 800)


def test_line_is_read_once_for_two_hint_sets():
    generator = Counting()
    colorizer = Colorizer(generator)
    line = room(600, 800)
    run(colorizer, ask(line))
    run(colorizer, ask(LineArt(line.pixels.copy()), HintSet((PointHint(300, 300, BLUE, 5),))))
    assert generator.read == [(line.digest, 256), (line.digest, 512)]
    assert generator.painted == [256, 512, 256, 512]


def test_line_graph_runs_once_for_two_hint_sets(make_generator_folder):
    runs = []

    def open_and_note(path, device):
        session = open_session(path, device)

        class Noted:
            get_inputs = session.get_inputs

            def run(self, *arguments):
                runs.append(path.name)
                return session.run(*arguments)

        return Noted()

    generator = load_generator(make_generator_folder(), CPU, make_session=open_and_note)
    colorizer = Colorizer(generator)
    line = room(64, 128)
    for color in (RED, BLUE):
        run(colorizer, ask(line, HintSet((PointHint(60, 30, color, 4),))))
    assert runs.count(LINE_GRAPH) == 1


def test_changed_line_is_read_again():
    generator = Counting()
    colorizer = Colorizer(generator)
    run(colorizer, ask(room(60, 80)))
    run(colorizer, ask(room(60, 80, thickness=5)))
    assert len(generator.read) == 2


def test_small_picture_is_painted_once_for_all_stages():
    generator = Counting()
    assert len(run(Colorizer(generator), ask(room(100, 160)))) == 3
    assert generator.painted == [160]


@pytest.mark.parametrize("generator", [WatershedGenerator(), Shading()])
def test_hints_are_obeyed_in_final_and_full(generator):
    line = room(900, 1300)
    stroke = StrokeHint(((300, 300), (700, 500), (900, 320)), (120, 200, 90), 9)
    hints = HintSet((PointHint(650, 450, RED, 30), stroke, PointHint(20, 20, BLUE, 1)))
    for result in run(Colorizer(generator), ask(line, hints))[1:]:
        height, width = result.rgba_u8.shape[:2]
        owner = hint_owners(hints.scaled(width / 1300, height / 900), Size(height, width))
        hinted = owner > 0
        table = np.array([(0, 0, 0), *(hint.color for hint in hints)]) / 255
        found = rgb2lab(result.rgba_u8[hinted][None, :, :3] / 255)
        assert deltaE_ciede2000(found, rgb2lab(table[owner[hinted]][None])).max() <= 3
        assert (result.flat_u8[hinted] == np.round(table[owner[hinted]] * 255)).all()


def test_shading_returns_away_from_the_hint():
    line = room(900, 1300)
    full = run(Colorizer(Shading()), ask(line, HintSet((PointHint(650, 450, (240, 240, 240), 9),))))
    rgb = full[-1].rgba_u8
    assert rgb[450, 650, 0] == 240
    assert rgb[250, 400, 0] == pytest.approx(160, abs=2)
    assert full[-1].shade_u8[250, 400, 0] == pytest.approx(170, abs=1)


def test_color_lies_under_the_lines(two_rooms):
    full = run(Colorizer(WatershedGenerator()), ask(two_rooms))[-1]
    colors = {tuple(color) for color in full.rgba_u8[..., :3].reshape(-1, 3).tolist()}
    assert colors == {RED, BLUE}


def test_palette_holds_and_hints_outside_it_are_moved():
    palette = ((210, 20, 20), (255, 255, 255), (0, 0, 180))
    results = run(Colorizer(WatershedGenerator()), ask(room(900, 1200), palette=palette))
    moved = {hint.color for hint in snap_hints(HINTS, palette)}
    assert moved == {palette[0], palette[2]}
    for result in results:
        assert set(map(tuple, result.flat_u8.reshape(-1, 3).tolist())) <= set(palette)


def test_generator_without_flats_still_gives_flats(make_generator_folder, two_rooms):
    full = run(Colorizer(load_generator(make_generator_folder(), CPU)), ask(two_rooms))[-1]
    assert full.flat_u8.shape == (96, 160, 3)
    # It paints nothing but the hints themselves; the contract fills their rooms.
    assert tuple(full.rgba_u8[45, 50, :3]) == tuple(full.flat_u8[45, 50]) == RED
    assert tuple(full.rgba_u8[4, 4, :3]) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (2, 700), (17, 16), (513, 511)])
def test_any_size_is_answered_at_that_size(size):
    pixels = np.full(size, 255, dtype=np.uint8)
    pixels[size[0] // 2, size[1] // 2] = 0
    hints = HintSet((PointHint(0.5, 0.5, RED, 1),))
    for generator in (WatershedGenerator(), Shading()):
        results = run(Colorizer(generator), ask(LineArt(pixels), hints))
        assert results[-1].rgba_u8.shape[:2] == size
        assert tuple(results[-1].rgba_u8[0, 0, :3]) == RED


@pytest.mark.parametrize("size", [(30, 20_000), (20_000, 30)])
def test_thin_strip_of_twenty_thousand_pixels_is_answered(size):
    line = room(*size, thickness=1)
    hints = HintSet((PointHint(size[1] / 2, size[0] / 2, RED, 5),))
    full = run(Colorizer(Shading()), ask(line, hints))[-1]
    assert full.rgba_u8.shape[:2] == size
    assert tuple(full.rgba_u8[size[0] // 2, size[1] // 2, :3]) == RED


@pytest.mark.parametrize("value", [0, 128, 255])
def test_empty_sheet_takes_its_only_hint(value):
    line = LineArt(np.full((120, 200), value, dtype=np.uint8))
    full = run(Colorizer(WatershedGenerator()), ask(line, HintSet((PointHint(50, 50, RED, 4),))))
    assert (full[-1].rgba_u8[..., :3] == RED).all()


def test_fixed_size_generator_answers_pictures_of_any_shape(make_generator_folder):
    folder = make_generator_folder(size_rule=SizeRule(fixed=64))
    results = run(Colorizer(load_generator(folder, CPU)), ask(room(90, 200)))
    assert [result.rgba_u8.shape[:2] for result in results] == [(29, 64), (29, 64), (90, 200)]


@pytest.mark.parametrize("questions", range(12))
def test_cancelling_at_any_moment_ends_and_leaves_no_thread(make_generator_folder, questions):
    colorizer = Colorizer(load_generator(make_generator_folder(), CPU))
    line = room(300, 400)
    asked = []

    def is_cancelled():
        asked.append(True)
        return len(asked) > questions

    before = set(threading.enumerate())
    with pytest.raises(Cancelled):
        list(colorizer.run(ask(line), is_cancelled=is_cancelled))
    assert set(threading.enumerate()) == before
    assert len(run(colorizer, ask(line))) == 3


def test_fallback_device_is_visible_in_the_result(make_generator_folder, expected_log):
    expected_log.append("the GPU is out of memory")
    cuda = DeviceChoice("cuda", ("CUDAExecutionProvider", *CPU.providers), "found")

    class Exhausted:
        def __init__(self, inputs):
            self.get_inputs = lambda: inputs

        def run(self, *arguments):
            raise RuntimeError("CUDA failure 2: out of memory")

    def open_either(path, device):
        opened = open_session(path, CPU)
        return Exhausted(opened.get_inputs()) if device.name == "cuda" else opened

    generator = load_generator(make_generator_folder(), cuda, make_session=open_either)
    for result in run(Colorizer(generator), ask(room(64, 128))):
        assert result.device.name == "cpu"
        assert "out of memory" in result.device.reason


def test_same_request_gives_the_same_pixels():
    request = ask(room(500, 700))
    first = run(Colorizer(Shading()), request)
    second = run(Colorizer(Shading()), replace(request, request_id=8))
    for one, other in zip(first, second, strict=True):
        assert (one.rgba_u8 == other.rgba_u8).all()
