"""Tidying: chroma goes first, then light; paper around the figure turns white, but for hints."""

from dataclasses import replace

import numpy as np
import pytest

from models.cancel import never_cancelled
from models.coloring.corrections.ground import tidied_paper
from models.coloring.painting import Painting
from models.coloring.shade import LUMA, MOST_LIGHT, tidied_detail
from models.hints.hints import HintSet, LineArt, PointHint, TagSelection
from models.requests.colorizer import Colorizer
from models.requests.request import ColorizeRequest
from models.runtime.watershed import WatershedGenerator

FLAT = np.full((40, 60, 3), (200, 90, 60), np.uint8)
LABELS = np.pad(np.ones((30, 40), np.int32), ((5, 5), (10, 10)))
"""A region in the middle of another one that touches the border."""
NONE = np.zeros(LABELS.shape, bool)
INK = np.zeros(LABELS.shape, np.float32)


def fog():
    """A bluish wave over the flats that darkens and lightens them as well."""
    wave = np.sin(np.linspace(0, 9, 60))[None, :, None] * np.array([-20.0, 5.0, 40.0])
    return np.round(np.broadcast_to(wave, FLAT.shape)).astype(np.int16)


def hue(rgb):
    return rgb / rgb.sum(axis=-1, keepdims=True)


def test_nothing_changes_at_zero_and_nothing_is_left_at_one():
    detail = fog()
    assert tidied_detail(detail, FLAT, tidy=0.0) is detail
    assert not tidied_detail(detail, FLAT, tidy=1.0).any()


def test_chroma_goes_while_the_light_stays():
    detail = fog()
    before, after = FLAT + detail, FLAT + tidied_detail(detail, FLAT, tidy=0.5)
    darker = (before @ LUMA) < (FLAT @ LUMA) - 1
    assert np.abs(hue(before) - hue(FLAT))[darker].max() > 0.1
    assert np.abs(hue(after) - hue(FLAT))[darker].max() < 0.01
    assert np.corrcoef((before @ LUMA).ravel(), (after @ LUMA).ravel())[0, 1] > 0.98
    half = FLAT + tidied_detail(detail, FLAT, tidy=0.25)
    off = [np.abs(hue(each) - hue(FLAT))[darker].mean() for each in (before, half, after)]
    assert off[0] > off[1] > off[2]


def test_fog_as_dark_as_no_shade_is_bounded():
    soot = np.full(FLAT.shape, -180, np.int16)
    left = (FLAT + tidied_detail(soot, FLAT, tidy=0.5)) @ LUMA
    assert left.min() >= (1 - MOST_LIGHT) * (FLAT[0, 0] @ LUMA) - 1


def test_paper_turns_white_but_for_figure_and_hints():
    white, paper = tidied_paper(FLAT, LABELS, INK, hinted=NONE, tidy=0.5)
    assert (white[LABELS == 0] == 255).all()
    assert (white[LABELS == 1] == FLAT[0, 0]).all()
    assert np.array_equal(paper, LABELS == 0)
    half, _ = tidied_paper(FLAT, LABELS, INK, hinted=NONE, tidy=0.25)
    assert tuple(half[0, 0]) == (228, 172, 158)
    hinted = NONE.copy()
    hinted[1, 1] = True
    kept, paper = tidied_paper(FLAT, LABELS, INK, hinted=hinted, tidy=1.0)
    assert np.array_equal(kept, FLAT)
    assert paper[0, 0]


def test_figure_with_open_lines_is_no_paper():
    """A room whose wall has a gap is one region with the paper around it."""
    ink = np.zeros((120, 160), np.float32)
    ink[30:90, 40:43] = ink[30:90, 117:120] = ink[30:33, 40:120] = ink[87:90, 40:120] = 1
    ink[50:54, 117:120] = 0
    flat = np.full((*ink.shape, 3), (200, 90, 60), np.uint8)
    labels, none = np.zeros(ink.shape, np.int32), np.zeros(ink.shape, bool)
    white, paper = tidied_paper(flat, labels, ink, hinted=none, tidy=0.5)
    assert (white[:24] == 255).all()
    assert (white[:, 130:] == 255).all()
    assert (white[40:80, 50:110] == flat[0, 0]).all()
    assert paper[5, 80]
    assert not paper[60, 80]


class Foggy(WatershedGenerator):
    """Paints everything in two soft hues, whatever is said."""

    def __init__(self, tidy=0.0):
        self._spec = replace(WatershedGenerator().spec, name="foggy", tidy=tidy)

    @property
    def spec(self):
        return self._spec

    def paint(self, features, hints, tags, **_options):
        height, width = features.frame.content.shape
        share = np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
        rgb = (1 - share) * np.float32((0.9, 0.7, 0.6)) + share * np.float32((0.6, 0.7, 0.9))
        return Painting(rgb=np.broadcast_to(rgb, (height, width, 3)).astype(np.float32))


def room():
    pixels = np.full((96, 128), 255, np.uint8)
    pixels[20:24, 30:98] = pixels[72:76, 30:98] = 0
    pixels[20:76, 30:34] = pixels[20:76, 94:98] = 0
    return LineArt(pixels)


def painted(*, own=0.0, **options):
    request = ColorizeRequest(request_id=1, line_art=room(), **options)
    full = Colorizer(Foggy(own)).full_rows(request, is_cancelled=never_cancelled)
    return full.rgba_u8[:][..., :3].astype(int)


def test_generator_says_how_far_unless_somebody_else_does():
    own, asked = painted(own=0.5), painted(tidy=0.5)
    assert np.array_equal(own, asked)
    assert np.array_equal(painted(own=0.5, tidy=0.0), painted())
    assert (own[:10] == 255).all()
    assert np.ptp(painted()[48, 40:90], axis=0).max() > 20
    flat = painted(tidy=1.0)[30:66, 40:88]
    assert len(np.unique(flat.reshape(-1, 3), axis=0)) <= 3


def test_hinted_paper_and_named_backgrounds_keep_their_color():
    green = HintSet((PointHint(5.0, 5.0, (20, 160, 60), 3.0),))
    assert (painted(hints=green, tidy=0.5)[2, 2] == (20, 160, 60)).all()
    pale = HintSet((PointHint(5.0, 5.0, (250, 250, 248), 3.0),))
    assert painted(hints=pale, tidy=0.5)[:10].min() >= 248
    blue = painted(tags=TagSelection(("blue_background",)), tidy=0.5)
    assert blue[2, 2].min() < 240
    white = painted(tags=TagSelection(("white_background",)), tidy=0.5)
    assert (white[2, 2] == 255).all()


def test_locked_palette_holds_on_white_paper_too():
    palette = ((250, 240, 230), (90, 60, 160))
    found = painted(palette=palette, tidy=1.0)
    assert {tuple(each) for each in np.unique(found.reshape(-1, 3), axis=0)} <= set(palette)
    assert (found[2, 2] == palette[0]).all()


def test_no_share_is_refused():
    with pytest.raises(ValueError, match=r"tidy is a share, 0 to 1; got 1\.5"):
        ColorizeRequest(request_id=1, line_art=room(), tidy=1.5)


def test_a_hinted_body_is_whole_where_its_lines_are_open_to_the_paper():
    """No white bites out of its lower end, and no colour on the paper."""
    pixels = np.full((128, 128), 255, np.uint8)
    pixels[20:24, 30:98] = pixels[20:90, 30:34] = pixels[20:90, 94:98] = pixels[86:90, 30:98] = 0
    pixels[86:90, 47:81] = 255
    red = (220, 40, 40)
    hints = HintSet((PointHint(64, 60, red, 3), PointHint(8, 8, (255, 255, 255), 3)))
    request = ColorizeRequest(request_id=1, line_art=LineArt(pixels), hints=hints)
    full = Colorizer(Foggy(1.0)).full_rows(request, is_cancelled=never_cancelled)
    shown = full.rgba_u8[:][..., :3]
    assert (shown[24:86, 34:94] == red).all()
    assert (shown[100:] == 255).all()
