"""Line and flats on transparent layers: the same picture, and nothing where nothing is drawn."""

import cv2
import numpy as np
import pytest

from app.document.layer import BlendMode
from app.export.color_layers import layers_by_color
from app.export.layers import ExportGroup, ExportLayer, merged_rows
from app.export.on_paper import PAPER_NAME, on_paper
from models.geometry import Size
from models.rows import with_alpha

SIZE = Size(60, 80)
RED = (200, 40, 30)


def layers(*, is_by_color=False, ink=(20, 10, 60), alpha=None):
    """A red ball and a white one within lines of some colour, shaded, and their sheet."""
    sheet = np.full((*SIZE.shape, 3), 255, dtype=np.uint8)
    flat = sheet.copy()
    cv2.circle(flat, (25, 30), 18, RED, -1)
    for center in ((25, 30), (60, 30)):
        cv2.circle(sheet, center, 18, ink, 2, cv2.LINE_AA)
    shade = np.zeros((*SIZE.shape, 4), dtype=np.uint8)
    shade[30:40, 20:70] = (120, 110, 180, 255)
    shade[2:6, 2:8] = (120, 110, 180, 255)  # painted on the paper
    flats = ExportLayer(name="Flats", rgba_u8=with_alpha(flat, alpha))
    if is_by_color:
        flats = ExportGroup(name="Flats", children=layers_by_color(flat, alpha=alpha, names={}))
    tone = ExportLayer(name="Shade", rgba_u8=shade, blend=BlendMode.MULTIPLY, clipped=True)
    line = ExportLayer(name="Line", rgba_u8=with_alpha(sheet, alpha), blend=BlendMode.MULTIPLY)
    return [ExportGroup(name="Colour", children=(flats, tone)), line]


def picture(nodes):
    return merged_rows(nodes, SIZE)[0 : SIZE.height].astype(int)


@pytest.mark.parametrize("is_by_color", [False, True])
@pytest.mark.parametrize("ink", [(0, 0, 0), (20, 10, 60), (250, 120, 130)])
def test_the_picture_is_the_same(is_by_color, ink):
    before = layers(is_by_color=is_by_color, ink=ink)
    assert np.abs(picture(on_paper(before, SIZE)) - picture(before)).max() <= 1


@pytest.mark.parametrize("is_by_color", [False, True])
def test_flats_and_line_show_what_is_drawn_alone(is_by_color):
    paper, group, line = on_paper(layers(is_by_color=is_by_color), SIZE)
    assert paper.name == PAPER_NAME
    assert (paper.rgba_u8[0 : SIZE.height] == 255).all()
    flats = picture([group.children[0]])
    assert flats[5, 40, 3] == 0  # the ground
    assert flats[30, 25].tolist() == [*RED, 255]
    assert flats[25, 60].tolist() == [255, 255, 255, 255]  # white within its line
    assert flats[4, 4].tolist() == [255, 255, 255, 255]  # white under painted shade
    drawn = picture([line])
    assert drawn[30, 25, 3] == 0
    assert drawn[30, 7, 3] > 200


def test_black_ink_is_black_on_nothing():
    *_, line = on_paper(layers(ink=(0, 0, 0)), SIZE)
    assert not line.rgba_u8[0 : SIZE.height][..., :3].any()


def test_a_sheet_that_is_transparent_itself_stays():
    alpha = np.full(SIZE.shape, 255, dtype=np.uint8)
    alpha[:10] = 0
    before = layers(alpha=alpha)
    assert on_paper(before, SIZE) == before
