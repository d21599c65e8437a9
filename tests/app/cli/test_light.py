"""Promises of `tintline colorize` about light."""

import argparse
import json
from dataclasses import replace

import numpy as np
import pytest
from psd_tools import PSDImage

from app.cli.light_options import add_light_arguments, chosen_light
from app.document.project_file import new_project, write_project
from app.errors import UsageError
from models.lighting.light import PRESETS, Follows, Light, ShadeStyle, light_to_json
from models.pictures.files import read_picture
from tests.app.cli.girl import colorize, line_art

pytestmark = pytest.mark.usefixtures("no_generators")


def test_a_light_shades_the_picture_and_leaves_its_flats(girl, tmp_path, capsys):
    plain, lit = tmp_path / "plain.png", tmp_path / "lit.png"
    for out, more in (
        (plain, ("--light", "none")),
        (lit, ("--light", "300", "--shade-strength", "0.8")),
    ):
        assert colorize(girl, "--hints", tmp_path, "-o", out, "--flats", "--json", *more) == 0
        (one,) = json.loads(capsys.readouterr().out)["pictures"]
        assert one["hints"] == {"visible": 2, "obeyed": 2, "mean_ciede2000": 0}
    flats = [read_picture(path.with_name(f"{path.stem}.flats.png")) for path in (plain, lit)]
    assert np.array_equal(flats[0].rgba_u8, flats[1].rgba_u8)
    after, paper = read_picture(lit).rgba_u8.astype(int), line_art() == 255
    assert (after <= flats[1].rgba_u8).all()
    assert 0.02 < (after < flats[1].rgba_u8 - 20).any(axis=2)[paper].mean() < 0.3


def test_pictures_have_a_light_unless_none_is_asked_for(girl, tmp_path):
    for out, more in (("a", ()), ("b", ("--light", "315")), ("c", ("--light", "none"))):
        assert colorize(girl, "--hints", tmp_path, "-o", tmp_path / f"{out}.png", *more) == 0
    a, b, c = ((tmp_path / f"{out}.png").read_bytes() for out in "abc")
    assert a == b
    assert a != c


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--light", "left"), "'left' is no angle"),
        (("--light", "inf"), "'inf' is no angle"),
        (("--light", "0", "--shade-style", "oil"), "invalid choice: 'oil'"),
        (("--light", "0", "--shade-strength", "1.5"), "'1.5' is no share"),
        (("--light", "0", "--highlights", "much"), "'much' is no share"),
        (("--light", "0", "--shade-tint", "blueish"), "'blueish' is not a colour"),
        (("--light", "none", "--highlight-tint", "#fff"), "--highlight-tint: there is no light"),
        (("--light", "none", "--highlights", "0.5"), "--highlights: there is no light; add --"),
        (("--light", "none", "--shade-style", "cel"), "--shade-style: there is no light"),
    ],
)
def test_a_light_that_cannot_be_is_refused(girl, tmp_path, capsys, options, message):
    assert colorize(girl, "-o", tmp_path / "out.png", *options) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out.png").exists()


def test_each_tone_of_a_light_is_a_layer(girl, tmp_path):
    out = tmp_path / "out.png"
    options = ("--light", "300", "--shade-style", "two-tone", "--layers", "psd")
    assert colorize(girl, "--hints", tmp_path, "-o", out, *options) == 0
    document = PSDImage.open(tmp_path / "out.psd")
    layers = {layer.name: layer for layer in document.descendants()}
    names = ["Flats", "Shade 1", "Shade 2", "Highlight"]
    assert [layer.name for layer in document[1]] == names
    alpha = np.asarray(layers["Shade 1"].topil())[..., 3]
    assert set(np.unique(alpha)) == {0, 255}
    merged = np.asarray(document.composite(ignore_preview=True).convert("RGB")).astype(int)
    difference = np.abs(merged - read_picture(out).rgba_u8[..., :3]).max(axis=2)
    assert np.percentile(difference, 95) <= 2  # but for soft edges, which the layers do not have


def test_soft_shade_is_one_layer(girl, tmp_path):
    options = ("--light", "300", "--shade-style", "soft", "--layers", "psd")
    assert colorize(girl, "--hints", tmp_path, "-o", tmp_path / "out.png", *options) == 0
    document = PSDImage.open(tmp_path / "out.psd")
    assert [layer.name for layer in document[1]] == ["Flats", "Shade", "Highlight"]


def test_a_palettes_colors_stay_the_only_ones_without_a_light_of_their_own(girl, tmp_path):
    (tmp_path / "two.txt").write_text("#ffffff\n#c02030\n", encoding="utf-8")
    out = tmp_path / "out.png"
    assert colorize(girl, "-o", out, "--palette", tmp_path / "two.txt", "--flats") == 0
    flats = read_picture(tmp_path / "out.flats.png").rgba_u8[..., :3]
    paper = line_art() == 255
    shown = read_picture(out).rgba_u8[..., :3]
    assert np.array_equal(shown[paper], flats[paper])


def light_of(*options):
    """The light that options of the command line ask for."""
    parser = argparse.ArgumentParser()
    add_light_arguments(parser, is_of_cuts=True)
    return chosen_light(parser.parse_args(options))


@pytest.mark.parametrize("scene", PRESETS)
def test_a_scene_is_a_light_by_name(scene):
    assert light_of("--light", scene) == PRESETS[scene]
    stronger = light_of("--light", scene.upper(), "--shade-strength", "1", "--shade-tint", "auto")
    assert stronger == replace(PRESETS[scene], strength=1.0, tint=None)


def test_tints_are_asked_for_by_value():
    light = light_of("--light", "30", "--shade-tint", "#204060", "--highlight-tint", "fec")
    assert light == Light(30, tint=(0x20, 0x40, 0x60), glow=(0xFF, 0xEE, 0xCC))


def test_what_a_light_follows_is_asked_for_by_name(capsys):
    assert light_of("--light", "day", "--light-follows", "figure").follows is Follows.FIGURE
    assert light_of("--light", "day").follows is Follows.CAMERA
    with pytest.raises(UsageError, match="--light-follows: there is no light"):
        light_of("--light-follows", "figure")


LIT = Light(75, ShadeStyle.TWO_TONE, strength=0.4, tint=(9, 8, 7))


@pytest.mark.parametrize("kind", ["light", "card", "project"])
def test_a_light_is_read_of_a_file(kind, tmp_path):
    path = tmp_path / f"a.{'tintline' if kind == 'project' else 'json'}"
    if kind == "project":
        project = new_project(np.full((8, 8, 4), 255, dtype=np.uint8), "a")
        write_project(path, replace(project, document=replace(project.document, light=LIT)))
    else:
        light = light_to_json(LIT)
        path.write_text(json.dumps(light if kind == "light" else {"light": light}))
    assert light_of("--light", str(path)) == LIT
    assert light_of("--light", str(path), "--highlights", "0.1") == replace(LIT, highlights=0.1)


def test_a_project_whose_light_is_off_has_none(tmp_path):
    path = tmp_path / "a.tintline"
    write_project(path, new_project(np.full((8, 8, 4), 255, dtype=np.uint8), "a"))
    assert light_of("--light", str(path)) is None


@pytest.mark.parametrize("name", ["a.json", "a.tintline"])
def test_a_file_without_a_usable_light_is_refused_by_name(name, tmp_path, capsys):
    (tmp_path / name).write_text('{"light": {"angle": "up"}}')
    with pytest.raises(SystemExit):
        light_of("--light", str(tmp_path / name))
    assert name in capsys.readouterr().err


def test_a_tint_colors_the_shade(girl, tmp_path):
    for name, tint in (("red", "#c00000"), ("blue", "#0000c0")):
        options = ("--light", "300", "--shade-strength", "1", "--shade-tint", tint)
        assert colorize(girl, "--hints", tmp_path, "-o", tmp_path / f"{name}.png", *options) == 0
    red, blue = (read_picture(tmp_path / f"{n}.png").rgba_u8.astype(int) for n in ("red", "blue"))
    differs = (red != blue).any(axis=2)
    assert differs.mean() > 0.01
    warm = red[differs][:, 0] - red[differs][:, 2] - (blue[differs][:, 0] - blue[differs][:, 2])
    assert (warm >= 0).all()


@pytest.mark.parametrize("light", ["none", "315"])
def test_layers_may_be_transparent_and_show_the_same(girl, tmp_path, light):
    merged = []
    for name, more in (("sheets", ()), ("clear", ("--transparent-layers",))):
        options = ("--hints", tmp_path, "--light", light, "--layers", "psd", *more)
        assert colorize(girl, "-o", tmp_path / f"{name}.png", *options) == 0
        document = PSDImage.open(tmp_path / f"{name}.psd")
        merged.append(np.asarray(document.composite(ignore_preview=True).convert("RGB")))
    assert np.abs(merged[0].astype(int) - merged[1]).max() <= 2
    layers = {layer.name: layer for layer in document.descendants()}
    assert layers["Line"].blend_mode.name == "MULTIPLY"
    line = np.asarray(layers["Line"].topil().convert("RGBA"))
    assert (line[..., 3] == 0).mean() > 0.5
    assert "Paper" in layers
    assert colorize(girl, "-o", tmp_path / "no.png", "--transparent-layers") == 2
