"""OpenRaster files against the specification's own words, and read back pixel by pixel.

https://www.openraster.org/baseline/file-layout-spec.html and layer-stack-spec.html, 0.0.5.
"""

import io
import struct
import zipfile
from pathlib import PurePosixPath
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from app.document.layer import BlendMode
from app.export.coloring import layers_of
from app.export.layers import ExportGroup, ExportLayer, merged_rows
from app.export.ora import MASK_NAME, write_ora
from models.hints.hints import HintSet, PointHint
from tests.helpers.colored import NAMES, PROFILE, SIZE, SKIN, colored, drawn, soft_sheet

COMPOSITE_OPS = {
    f"svg:{name}"
    for name in (
        "src-over", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge",
        "color-burn", "hard-light", "soft-light", "difference", "color", "luminosity", "hue",
        "saturation", "plus", "dst-in", "dst-out", "src-atop", "dst-atop",
    )
}  # fmt: skip
REQUIRED = {"mimetype", "stack.xml", "mergedimage.png", "Thumbnails/thumbnail.png"}
STACK_ATTRIBUTES = {"x", "y", "name", "opacity", "visibility", "composite-op", "isolation"}
LAYER_ATTRIBUTES = (STACK_ATTRIBUTES - {"isolation"}) | {"src"}


def validate(path):
    """Fail on whatever the specification does not allow. Returns the root of stack.xml."""
    head = path.read_bytes()[:64]
    assert head[:4] == b"PK\3\4"
    method, _, _, _, stored, size, name_length, extra_length = struct.unpack(
        "<HHHIIIHH", head[8:30]
    )
    assert (method, stored, size, name_length, extra_length) == (0, 16, 16, 8, 0)
    assert head[30:54] == b"mimetypeimage/openraster"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names[0] == "mimetype"
        assert len(set(names)) == len(names)
        assert set(names) >= REQUIRED
        assert {entry.compress_type for entry in archive.infolist()} <= {
            zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED,
        }  # fmt: skip
        text = archive.read("stack.xml")
        assert text.startswith(b"<?xml")
        assert b"UTF-8" in text.splitlines()[0].upper()
        image = ElementTree.fromstring(text)
        size = _check_image(image)
        sources = _check_stack(image[0], archive, size, is_root=True)
        assert set(names) == REQUIRED | set(sources)
        assert _png(archive, "mergedimage.png").size == size
        thumbnail = _png(archive, "Thumbnails/thumbnail.png")
        assert max(thumbnail.size) <= 256
        assert (thumbnail.mode, thumbnail.format) == ("RGBA", "PNG")
    return image


def _check_image(image):
    assert image.tag == "image"
    assert set(image.attrib) <= {"version", "w", "h", "xres", "yres", "name"}
    assert [int(part) for part in image.get("version").split(".")] >= [0, 0, 3]
    assert len(image) == 1
    assert image[0].tag == "stack"
    for name in ("xres", "yres"):
        assert int(image.get(name, "72")) >= 1
    return int(image.get("w")), int(image.get("h"))


def _check_stack(stack, archive, size, *, is_root=False):
    if is_root:
        assert not {"opacity", "visibility", "composite-op"} & set(stack.attrib)
    sources = []
    for node in stack:
        assert node.tag in ("layer", "stack")
        allowed = LAYER_ATTRIBUTES if node.tag == "layer" else STACK_ATTRIBUTES
        assert set(node.attrib) <= allowed
        assert 0 <= float(node.get("opacity", "1")) <= 1
        assert node.get("visibility", "visible") in ("visible", "hidden")
        assert node.get("composite-op", "svg:src-over") in COMPOSITE_OPS
        assert node.get("isolation", "auto") in ("isolate", "auto")
        if node.tag == "stack":
            sources += _check_stack(node, archive, size)
            continue
        source = PurePosixPath(node.get("src"))
        assert (source.parts[0], source.suffix) == ("data", ".png")
        assert ".." not in source.parts
        left, top = int(node.get("x", "0")), int(node.get("y", "0"))
        width, height = _png(archive, str(source)).size
        assert min(left, top) >= 0
        assert (left + width <= size[0], top + height <= size[1]) == (True, True)
        sources.append(str(source))
    return sources


def _png(archive, name):
    picture = Image.open(io.BytesIO(archive.read(name)))
    assert picture.format == "PNG"
    return picture


def _composed(stack, archive, size):
    """What a program makes of a stack, written after the specification: premultiplied floats."""
    canvas = np.zeros((size[1], size[0], 4))
    for node in reversed(stack):
        if node.get("visibility") == "hidden":
            continue
        source = np.zeros_like(canvas)
        if node.tag == "stack":
            source = _composed(node, archive, size)
        else:
            own = np.array(_png(archive, node.get("src")).convert("RGBA")) / 255
            own[..., :3] *= own[..., 3:]
            left, top = int(node.get("x")), int(node.get("y"))
            source[top : top + own.shape[0], left : left + own.shape[1]] = own
        source = source * float(node.get("opacity", "1"))
        canvas = _put(canvas, source, node.get("composite-op", "svg:src-over"))
    return canvas


def _put(below, above, operation):
    a, b = above[..., 3:], below[..., 3:]
    if operation == "svg:dst-in":
        return below * a
    own, under = above[..., :3], below[..., :3]
    mixed = {
        "svg:src-over": own + under * (1 - a),
        "svg:multiply": own * under + own * (1 - b) + under * (1 - a),
        "svg:screen": own + under - own * under,
    }[operation]
    return np.concatenate([mixed, a + b * (1 - a)], axis=2)


def _read(path):
    """The stack composed by the test's own rules, and mergedimage.png: uint8 RGBA each."""
    image = validate(path)
    with zipfile.ZipFile(path) as archive:
        composed = _composed(image[0], archive, (int(image.get("w")), int(image.get("h"))))
        merged = np.array(_png(archive, "mergedimage.png").convert("RGBA"))
    straight = np.divide(
        composed[..., :3], composed[..., 3:], where=composed[..., 3:] > 0,
        out=np.zeros_like(composed[..., :3]),
    )  # fmt: skip
    straight = np.concatenate([straight, composed[..., 3:]], axis=2)
    return np.rint(straight * 255).astype(int), merged


@pytest.mark.parametrize("is_by_color", [False, True])
@pytest.mark.parametrize("alpha", [None, "soft", "cut"])
def test_colored_picture_is_valid_and_composes_to_its_merged_picture(tmp_path, alpha, is_by_color):
    sheet = {None: None, "soft": soft_sheet(), "cut": (soft_sheet() > 128) * np.uint8(255)}[alpha]
    picture = drawn(sheet)
    hints = HintSet((PointHint(20, 20, SKIN, 3.0),))
    layers = layers_of(picture, colored(), hints, is_by_color=is_by_color, names=NAMES)
    path = tmp_path / "着色.ora"
    write_ora(path, layers, SIZE, dpi=picture.dpi, icc_profile=picture.icc_profile)
    composed, merged = _read(path)
    assert np.array_equal(merged, merged_rows(layers, SIZE)[:])
    assert np.abs(composed - merged).max() <= 2


def test_line_layer_comes_back_bit_by_bit(tmp_path):
    picture = drawn(soft_sheet())
    write_ora(tmp_path / "a.ora", layers_of(picture, colored(), HintSet()), SIZE)
    image = validate(tmp_path / "a.ora")
    line = next(node for node in image.iter("layer") if node.get("name") == "Line")
    with zipfile.ZipFile(tmp_path / "a.ora") as archive:
        stored = _png(archive, line.get("src"))
        assert stored.mode == "RGBA"
        assert np.array_equal(np.array(stored), picture.rgba_u8)


def test_only_a_soft_sheet_needs_a_mask(tmp_path):
    for sheet, is_masked in ((None, False), ((soft_sheet() > 99) * np.uint8(255), False),
                             (soft_sheet(), True)):  # fmt: skip
        write_ora(tmp_path / "a.ora", layers_of(drawn(sheet), colored(), HintSet()), SIZE)
        names = [node.get("name") for node in validate(tmp_path / "a.ora").iter("layer")]
        assert (MASK_NAME in names) == is_masked


def test_resolution_and_profile_are_kept(tmp_path):
    path = tmp_path / "a.ora"
    write_ora(path, layers_of(drawn(), colored(), HintSet()), SIZE, dpi=(300.0, 149.6),
              icc_profile=PROFILE)  # fmt: skip
    image = validate(path)
    assert (image.get("xres"), image.get("yres")) == ("300", "150")
    with zipfile.ZipFile(path) as archive:
        for name in ("mergedimage.png", "data/layer0.png"):
            assert _png(archive, name).info["icc_profile"] == PROFILE


def test_clipped_group_and_its_opacity_compose_as_they_look(tmp_path):
    random = np.random.default_rng(3)
    noise = [random.integers(0, 256, (*SIZE.shape, 4), dtype=np.uint8) for _ in range(4)]
    layers = (
        ExportLayer(name="below", rgba_u8=noise[0]),
        ExportGroup(
            name="base",
            children=(ExportLayer(name="part", rgba_u8=noise[1][:20, :30], left=5, top=7),),
            opacity=0.75,
        ),
        ExportLayer(name="影", rgba_u8=noise[2], blend=BlendMode.MULTIPLY, clipped=True),
        ExportLayer(name="光", rgba_u8=noise[3], blend=BlendMode.SCREEN, clipped=True, opacity=0.5),
    )
    write_ora(tmp_path / "a.ora", layers, SIZE)
    composed, merged = _read(tmp_path / "a.ora")
    # What nobody sees has no colour.
    seen = merged[..., 3] > 8
    assert np.abs(composed[..., 3] - merged[..., 3]).max() <= 1
    assert np.abs(composed[seen] - merged[seen]).max() <= 2


def test_thumbnail_shows_the_picture(tmp_path):
    rgba_u8 = np.zeros((600, 300, 4), np.uint8)
    rgba_u8[:300] = (200, 100, 50, 255)
    layer = ExportLayer(name="a", rgba_u8=rgba_u8)
    write_ora(tmp_path / "a.ora", (layer,), type(SIZE)(600, 300))
    validate(tmp_path / "a.ora")
    with zipfile.ZipFile(tmp_path / "a.ora") as archive:
        small = np.array(_png(archive, "Thumbnails/thumbnail.png"))
    assert small.shape == (256, 128, 4)
    assert tuple(small[60, 60]) == (200, 100, 50, 255)
    assert small[200, 60, 3] == 0


def test_what_is_clipped_to_nothing_shows_nowhere(tmp_path):
    paper = ExportLayer(name="Paper", rgba_u8=np.full((*SIZE.shape, 4), 255, np.uint8))
    red = np.full((*SIZE.shape, 4), (255, 0, 0, 255), np.uint8)
    layers = (
        paper,
        ExportGroup(name="Flats", children=()),
        ExportLayer(name="Shade", rgba_u8=red, clipped=True),
    )
    path = tmp_path / "a.ora"
    write_ora(path, layers, SIZE)
    validate(path)
    with zipfile.ZipFile(path) as archive, archive.open("mergedimage.png") as merged:
        assert np.asarray(Image.open(merged)).min() == 255
