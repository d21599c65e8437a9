"""What the command line writes beside a picture: layers by colour, paint, the large form."""

import json
import zipfile
from xml.etree import ElementTree

import cv2
import numpy as np
import photoshopapi
import pytest
from PIL import ImageCms

from app.cli.command import run_command
from models.pictures.files import read_picture, write_png

SKIN, SHIRT, PAPER = (240, 200, 160), (48, 96, 192), (255, 255, 255)
PALETTE = "GIMP Palette\nName: 人\n240 200 160\t肌\n48 96 192\tShirt 1\n255 255 255\tPaper\n"

pytestmark = pytest.mark.usefixtures("no_generators")


@pytest.fixture
def girl(tmp_path):
    """A drawing with a profile and a resolution, its hints and a palette beside it."""
    line_u8 = np.full((90, 70), 255, np.uint8)
    cv2.circle(line_u8, (35, 30), 22, 0, 2, cv2.LINE_AA)
    cv2.rectangle(line_u8, (20, 56), (50, 84), 0, 2)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    write_png(tmp_path / "girl.png", line_u8, icc_profile=profile, dpi=(350.0, 350.0))
    hints = [
        {"kind": "point", "x": x, "y": y, "color": color, "radius": 4}
        for x, y, color in ((35, 30, "#f0c8a0"), (35, 70, "#3060c0"), (4, 4, "#ffffff"))
    ]
    content = json.dumps({"version": 1, "hints": hints})
    (tmp_path / "girl.hints.json").write_text(content, encoding="utf-8")
    (tmp_path / "people.gpl").write_text(PALETTE, encoding="utf-8")
    return tmp_path / "girl.png"


def _colorize(girl, *options):
    folder = girl.parent
    shared = ("-o", folder / "out.png", "--hints", folder, "--palette", folder / "people.gpl")
    return run_command(["colorize", *map(str, (girl, *shared, *options))])


def test_one_layer_a_color_is_named_by_the_palette(girl):
    assert _colorize(girl, "--layers", "ora", "--layer-per-colour") == 0
    with zipfile.ZipFile(girl.with_name("out.ora")) as archive:
        image = ElementTree.fromstring(archive.read("stack.xml"))
    flats = next(node for node in image.iter("stack") if node.get("name") == "Flats")
    assert {layer.get("name") for layer in flats} == {"肌", "Shirt 1", "Paper"}


def test_layers_by_color_without_layers_are_wrong_usage(girl, capsys):
    assert _colorize(girl, "--layer-per-colour") == 2
    assert "--layer-per-colour: needs a layered file; add --layers" in capsys.readouterr().err


def test_paint_and_its_palette_lie_beside_the_picture(girl, capsys):
    assert _colorize(girl, "--paint", "--json") == 0
    answer = json.loads(capsys.readouterr().out)["pictures"][0]
    assert answer["paint"] == str(girl.with_name("out.paint.png"))
    paint = read_picture(answer["paint"])
    colors = {tuple(color) for color in paint.rgba_u8[..., :3].reshape(-1, 3).tolist()}
    assert colors == {(0, 0, 0), SKIN, SHIRT, PAPER}
    styles = girl.with_name("out.paint.tpl").read_text(encoding="utf-8")
    assert '"肌" 3 240 200 160 255' in styles
    assert '"Shirt 1" 3 48 96 192 255' in styles


def test_existing_palette_is_kept_without_overwrite(girl, capsys):
    girl.with_name("out.paint.tpl").write_text("mine", encoding="utf-8")
    assert _colorize(girl, "--paint") == 1
    assert "out.paint.tpl exists" in capsys.readouterr().err
    assert girl.with_name("out.paint.tpl").read_text(encoding="utf-8") == "mine"


def test_large_photoshop_form_holds_the_same_layers(girl):
    assert _colorize(girl, "--layers", "psb") == 0
    file = photoshopapi.LayeredFile.read(str(girl.with_name("out.psb")))
    assert [layer.name for layer in file.layers] == ["Hints", "Line", "Colour", "Paper"]


@pytest.mark.parametrize("ending", ["png", "flats.png", "paint.png", "psd"])
def test_profile_and_resolution_of_the_input_are_in_every_file(girl, ending):
    assert _colorize(girl, "--layers", "psd", "--flats", "--paint") == 0
    written, given = read_picture(girl.with_name(f"out.{ending}")), read_picture(girl)
    assert written.icc_profile == given.icc_profile
    assert written.icc_profile is not None
    assert written.dpi == pytest.approx(given.dpi, abs=0.02)
