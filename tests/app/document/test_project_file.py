"""The project file: everything comes back, damage is told, nothing is lost by a failure."""

import json
import struct
import zipfile
import zlib
from dataclasses import replace

import cv2
import numpy as np
import pytest

from app.document import project_file
from app.document.edits import (
    AddHint,
    SetGenerator,
    SetLayerOpacity,
    SetLineColor,
    SetPalette,
    SetTidy,
    SetVariant,
)
from app.document.layer import BlendMode
from app.document.light_edits import AddLightStroke, SetLight
from app.document.painting.grouping import MoveLayer
from app.document.palette import Palette
from app.document.project_file import Project, new_project, read_project, write_project
from app.errors import ProjectError
from models.coloring.trace import TraceAreas
from models.hints.hints import HintSet, PointHint, StrokeHint, TagSelection
from models.lighting.light import PRESETS, ShadeStyle
from models.lighting.strokes import LightKind, LightStroke
from models.line_color import LineColor
from models.matching.references import PointPair, References
from models.matching.sheets import Reference
from tests.helpers.fakes import drawing

RED = (255, 0, 0)


def references():
    sheet = np.full((6, 8, 3), (250, 210, 190), dtype=np.uint8)
    sheet[2:4, 1:5] = RED
    line = np.full((6, 8), 255, dtype=np.uint8)
    line[3] = 0
    pictures = (Reference(sheet, "sheet.png", line), Reference(sheet[:, :5].copy(), "back.png"))
    return References(pictures, (PointPair((3.5, 4.0), (1.0, 2.5), 1),))


def picture():
    rgba_u8 = drawing()
    rgba_u8[:, :5, 3] = 0
    rgba_u8[3, 3] = (1, 2, 3, 0)  # a colour under full transparency is the artist's too
    rgba_u8[20, 20] = (10, 20, 30, 128)
    return rgba_u8


@pytest.fixture
def project():
    begun = new_project(
        picture(), "少女.png", dpi=(300.0, 350.0), icc_profile=b"profile", generator="tintline"
    )
    document = begun.document
    for edit in (
        AddHint(PointHint(5.25, 6.5, RED, 2.5)),
        AddHint(StrokeHint(((1, 2), (3.5, 4)), (0, 0, 255), 3)),
        SetPalette(Palette((RED,), locked=True, name="Mine", titles=("Blush",))),
        SetGenerator("watershed"),
        SetTidy(0.35),
        SetLineColor(LineColor()),
        SetVariant(6),
        SetLayerOpacity("line", 0.25),
        MoveLayer("line", 0),
        SetLight(replace(PRESETS["dusk"], style=ShadeStyle.SOFT, angle_deg=12.5, glow=None)),
        AddLightStroke(LightStroke(((4.0, 5.0), (9.25, 30.0)), 2.5, LightKind.SHADE)),
        AddLightStroke(LightStroke(((9.0, 9.0),), 3.0, LightKind.LIT)),
    ):
        document = edit.apply(document)
    flats = np.random.default_rng(1).integers(0, 256, (40, 60, 4), dtype=np.uint8)
    return Project(document=document, pixels={**begun.pixels, "flats": flats})


@pytest.fixture
def path(tmp_path, project):
    target = tmp_path / "girl.tintline"
    write_project(target, project)
    return target


def encoded_png(width, height):
    """A PNG of the right kind that claims this size."""
    encoded = bytearray(cv2.imencode(".png", np.zeros((40, 60, 4), np.uint8))[1].tobytes())
    encoded[16:24] = struct.pack(">II", width, height)
    encoded[29:33] = struct.pack(">I", zlib.crc32(encoded[12:29]))
    return bytes(encoded)


def rewrite(path, changes):
    """Replace or remove (None) members of a project's zip."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members.update(changes)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            if content is not None:
                archive.writestr(name, content)


@pytest.mark.parametrize(
    ("written", "read"),
    [("#5c342c", LineColor((92, 52, 44))), ("auto", LineColor()), (None, None)],
)
def test_color_of_lines_is_kept_as_text(path, written, read):
    rewrite_document(path, lambda content: content["lines"].update(color=written))
    assert read_project(path).document.line_color == read


def test_lines_of_older_files_stay_as_drawn(path):
    rewrite_document(path, lambda content: content["lines"].pop("color"))
    assert read_project(path).document.line_color is None


def test_unknown_color_of_lines_is_told(path):
    rewrite_document(path, lambda content: content["lines"].update(color="by mood"))
    with pytest.raises(ProjectError, match="by mood"):
        read_project(path)


def rewrite_document(path, change):
    with zipfile.ZipFile(path) as archive:
        content = json.loads(archive.read("document.json"))
    change(content)
    rewrite(path, {"document.json": json.dumps(content)})


def test_everything_comes_back(path, project):
    read = read_project(path)
    assert read.document == project.document
    assert set(read.pixels) == {"line", "flats"}
    assert (read.pixels["flats"] == project.pixels["flats"]).all()


def test_line_art_comes_back_bit_by_bit(path):
    assert (read_project(path).pixels["line"] == picture()).all()


def test_project_is_a_zip_that_others_can_read(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist()[0] == "document.json"
        line = cv2.imdecode(np.frombuffer(archive.read("line.png"), np.uint8), cv2.IMREAD_UNCHANGED)
    assert line.shape == (40, 60, 4)


def test_new_project_does_not_copy_the_picture():
    rgba_u8 = picture()
    line = new_project(rgba_u8, "girl").pixels["line"]
    assert np.shares_memory(line, rgba_u8)
    assert not line.flags.writeable


def test_saving_again_replaces_the_file_and_leaves_nothing_beside_it(path, project):
    changed = AddHint(PointHint(9, 9, RED)).apply(project.document)
    write_project(path, Project(document=changed, pixels=project.pixels))
    assert len(read_project(path).document.hints) == 3
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == [path.name]


def test_failed_save_leaves_the_old_file(path, project, monkeypatch):
    before = path.read_bytes()

    def fail(archive, member, rgba_u8):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(project_file, "_write_png", fail)
    with pytest.raises(ProjectError, match=r"girl.*the disk is full .*No space left"):
        write_project(path, project)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == [path.name]


def test_save_into_a_missing_folder_is_told(tmp_path, project):
    with pytest.raises(ProjectError, match=r"gone does not exist; create it first"):
        write_project(tmp_path / "gone" / "girl.tintline", project)


def test_newer_minor_version_is_read_without_what_is_unknown(path, project):
    def modernise(content):
        content["version"] = [1, 7]
        content["mood"] = "cheerful"
        content["layers"].append({"id": "sky", "kind": "sky", "name": "Sky", "file": "sky.png"})
        content["layers"][0]["blend"] = "glow"
        content["layers"][1]["tint"] = 3

    rewrite_document(path, modernise)
    read = read_project(path).document
    assert [layer.id for layer in read.layers] == [layer.id for layer in project.document.layers]
    assert read.layers[0].blend == "normal"
    assert read.hints == project.document.hints


def test_older_project_gets_an_empty_highlight_above_its_shade(path, project):
    def as_before(content):
        content["version"] = [1, 0]
        content["layers"] = [one for one in content["layers"] if one["kind"] != "highlight"]

    rewrite_document(path, as_before)
    read = read_project(path)
    ids = [layer.id for layer in read.document.layers]
    assert ids == ["line", "colour", "flats", "shade", "highlight", "hints"]
    assert not read.document.layer("highlight").visible
    assert read.document.layer("highlight").blend is BlendMode.SCREEN
    assert "highlight" not in read.pixels
    assert np.array_equal(read.pixels["flats"], project.pixels["flats"])


def test_project_from_before_there_was_light_has_none(path):
    def as_before(content):
        content["version"] = [1, 2]
        del content["light"], content["light_strokes"]

    rewrite_document(path, as_before)
    read = read_project(path).document
    assert read.light is None
    assert read.light_strokes == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"light": {"angle": "up"}}, r"document\.json: light: angle: .*'up'"),
        ({"light": {"angle": 3, "style": "dots"}}, r"light: style: .*'dots'"),
        ({"light": {"angle": 3, "style": "cel", "strength": 7}}, r"light: strength: 7 is out"),
        ({"light": 7}, r"light: expected an object, got 7"),
        ({"light_strokes": [{"kind": "fog"}]}, r"light_strokes: \[0\]\.kind: 'fog'"),
        ({"light_strokes": "none"}, r"light_strokes: expected a list, got 'none'"),
    ],
)
def test_light_that_makes_no_sense_is_told_with_its_value(path, change, reason):
    rewrite_document(path, lambda content: content.update(change))
    with pytest.raises(ProjectError, match=reason) as raised:
        read_project(path)
    assert str(raised.value).startswith(str(path))


def test_newer_major_version_is_refused_with_the_remedy(path):
    rewrite_document(path, lambda content: content.update(version=[2, 0]))
    with pytest.raises(ProjectError, match=r"newer Tintline \(format 2\.0.*update Tintline"):
        read_project(path)


def test_optional_fields_may_be_missing(path):
    def reduce(content):
        for name in ("palette", "tags", "generator", "dpi"):
            del content[name]
        content["layers"] = []

    rewrite_document(path, reduce)
    read = read_project(path).document
    assert read.tags == TagSelection()
    assert read.palette == Palette()
    assert read.layers


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"line.png": encoded_png(30000, 30000)[:4096]}, "line.png is not an RGBA picture"),
        ({"line.png": encoded_png(60, 40) + bytes(1 << 21)}, "line.png is too large"),
        ({"document.json": None}, "holds no document.json"),
        ({"document.json": b"{"}, "damaged"),
        ({"document.json": b"\xff\xfe\x00"}, "damaged"),
        ({"document.json": b"[]"}, "not a Tintline project"),
        ({"document.json": b'{"format": "other"}'}, "not a Tintline project"),
        ({"document.json": b'{"format": "tintline"}'}, "'version' is missing"),
        ({"line.png": None}, "line.png"),
        ({"line.png": b"not a picture"}, "line.png is not an RGBA picture of 60×40"),
        ({"line.png": b""}, "line.png"),
        ({"layers/1.png": None, "layers/2.png": None}, "damaged"),
    ],
)
def test_damaged_project_is_named_with_its_reason(path, changes, reason):
    rewrite(path, changes)
    with pytest.raises(ProjectError, match=reason) as raised:
        read_project(path)
    assert str(raised.value).startswith(str(path))


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(size=[60, 41]),
        lambda content: content.update(size=[60.0, 40]),
        lambda content: content.update(size=[60, 40, 1]),
        lambda content: content.update(size="large"),
        lambda content: content.update(version="1"),
        lambda content: content.update(hints={"version": 1, "hints": [{"kind": "blot"}]}),
        lambda content: content.update(tags=7),
        lambda content: content.update(palette=[1]),
        lambda content: content.update(palette={"colors": ["reddish"]}),
        lambda content: content.update(dpi=[300]),
        lambda content: content.update(dpi=[300, 10**400]),
        lambda content: content.update(lines=[]),
        lambda content: content.update(lines={"kind": "dotted"}),
        lambda content: content.update(generator={}),
        lambda content: content["layers"][0].update(visible="no"),
        lambda content: content["layers"][0].update(blend=[]),
        lambda content: content["layers"][1].update(file=3),
        lambda content: content.update(layers=[{"id": "a"}]),
        lambda content: content.update(layers=7),
        lambda content: content["layers"][0].update(opacity=7),
        lambda content: content["layers"][0].update(opacity="half"),
        lambda content: content["layers"].append(content["layers"][0]),
        lambda content: content.pop("name"),
    ],
)
def test_document_that_makes_no_sense_is_told_as_damage(path, change):
    rewrite_document(path, change)
    with pytest.raises(ProjectError, match="damaged"):
        read_project(path)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"size": [0, 40]}, "0×40, without a pixel"),
        ({"size": [10**6, 2]}, "longer than the limit of 300000 a side"),
        ({"size": [20_000, 20_000]}, "more than the limit of 200 megapixels"),
        ({"layers": [{"id": "a"}] * 200}, "200 layers of 60×40 pixels are more than the limit"),
        ({"size": [14_000, 14_000], "layers": [{}] * 9}, "limit of 100 layers and 1600 megapixels"),
    ],
)
def test_projects_that_ask_for_too_much_are_refused(path, changes, reason):
    rewrite_document(path, lambda content: content.update(changes))
    with pytest.raises(ProjectError, match=reason):
        read_project(path)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"document.json": b"[" * 100_000}, "document.json: nested deeper"),
        ({"document.json": b'{"format": 1e999}'}, "document.json: format: .*not finite"),
        ({"document.json": b"0" * (65 << 20)}, "document.json is too large"),
        ({"profile.icc": bytes(17 << 20)}, "profile.icc is too large"),
    ],
)
def test_members_that_ask_for_too_much_are_refused(path, changes, reason):
    rewrite(path, changes)
    with pytest.raises(ProjectError, match=reason):
        read_project(path)


def test_a_part_of_a_layer_that_claims_gigabytes_is_refused_before_it_is_unpacked(
    path, monkeypatch
):
    part = struct.pack(">I4s", 0x7FFFFFF0, b"tEXt")  # room is made for it by some decoders
    rewrite(path, {"line.png": encoded_png(60, 40)[:-12] + part + bytes(40)})
    monkeypatch.setattr(project_file.cv2, "imdecode", lambda *_: pytest.fail("was unpacked"))
    with pytest.raises(ProjectError, match=r"line\.png ends early"):
        read_project(path)


def test_a_layer_that_is_mostly_missing_is_refused_before_it_is_unpacked(path, monkeypatch):
    rewrite_document(path, lambda content: content.update(size=[14_000, 14_000]))
    rewrite(path, {"line.png": encoded_png(14_000, 14_000)})
    monkeypatch.setattr(project_file.cv2, "imdecode", lambda *_: pytest.fail("was unpacked"))
    with pytest.raises(ProjectError, match="too short for 14000×14000 pixels"):
        read_project(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"text"])
def test_file_that_is_no_zip_is_refused(tmp_path, content):
    path = tmp_path / "odd.tintline"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match="not a Tintline project, or damaged"):
        read_project(path)


def test_truncated_project_is_refused(path):
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ProjectError, match="damaged"):
        read_project(path)


def test_flipped_bytes_are_noticed(path):
    content = bytearray(path.read_bytes())
    begin = content.index(b"line.png") + 70
    content[begin : begin + 4] = b"\x00\xff\x00\xff"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match="damaged"):
        read_project(path)


def test_missing_file_and_folder_are_told(tmp_path):
    for path in (tmp_path / "gone.tintline", tmp_path):
        with pytest.raises(ProjectError, match="cannot be read"):
            read_project(path)


def test_project_without_layer_pixels_still_holds_its_line_art(tmp_path, project):
    path = tmp_path / "bare.tintline"
    write_project(path, Project(document=project.document))
    assert read_project(path).document.line_art == project.document.line_art


def test_empty_hints_and_plain_picture_round_trip(tmp_path):
    path = tmp_path / "plain.tintline"
    plain = new_project(drawing(), "plain")
    write_project(path, plain)
    assert read_project(path).document == plain.document
    assert plain.document.hints == HintSet()


def test_areas_of_trace_lines_come_back(tmp_path):
    areas = np.random.default_rng(2).integers(0, 4, (40, 60), dtype=np.uint8)
    begun = new_project(picture(), "traced", trace=TraceAreas(areas))
    target = tmp_path / "traced.tintline"
    write_project(target, begun)
    assert read_project(target).document.trace == TraceAreas(areas)


def test_references_and_their_pairs_come_back_with_their_line_art(project, tmp_path):
    document = replace(project.document, references=references())
    path = tmp_path / "girl.tintline"
    write_project(path, replace(project, document=document))
    back = read_project(path).document.references
    assert back == references()
    assert [each.name for each in back.pictures] == ["sheet.png", "back.png"]
    assert np.array_equal(back.pictures[0].line_u8, references().pictures[0].line_u8)
    assert back.pictures[1].line_u8 is None


def test_damaged_references_are_told(project, tmp_path):
    document = replace(project.document, references=references())
    path = tmp_path / "girl.tintline"
    write_project(path, replace(project, document=document))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["references/0.png"] = members["references/1.png"]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(ProjectError, match=r"references/0\.png"):
        read_project(path)
