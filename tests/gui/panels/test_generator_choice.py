"""Generators in the real window: each paints, each says what it takes, bad ones are harmless."""

import json
import shutil

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import resources
from app.canvas.tools import BrushSettings, ToolName
from app.document.edits import AddHint
from app.document.project_file import new_project
from app.inference.painter import painter_loader
from models.device import CPU
from models.hints.hints import PointHint
from models.runtime.catalog import Catalog
from models.spec import LINE_GRAPH, PAINT_GRAPH, SPEC_FILE, file_digest
from tests.helpers import idle
from tests.helpers.tiny_generators import write_generator

BLUE, RED = (40, 60, 200), (200, 40, 40)
TAGS = ("blue_hair", "red_hair", "red_eyes")
BUNDLED = ("tag2pix_lite", "alacgan_lite", "two_stage_lite", "csa_lite", "sgru_lite", "tintline")
TAKES_TAGS = {"tag2pix_lite", "tintline"}
NO_HINTS = {"tag2pix_lite"}


@pytest.fixture
def generators(tmp_path):
    """A folder with two generators: one takes hints alone, the other some tags alone."""
    folder = tmp_path / "generators"
    write_generator(folder / "hinted", paper=0.5, title="The hinted one")
    write_generator(
        folder / "tagged",
        paper=0.25,
        title="The tagged one",
        takes_hints=False,
        takes_tags=True,
        inputs=("tags",),
        tags=TAGS,
    )
    return folder


@pytest.fixture
def open_window(make_window):
    """A window over folders of generators, with a face of two closed regions to colour."""

    def make(*folders):
        catalog = Catalog(folders)
        window = make_window(painter_loader(catalog, lambda: CPU), catalog)
        window.parts.session.open(new_project(face(), "face"))
        return window

    return make


def face():
    """RGBA (72, 96): a circle of ink with a smaller one in it."""
    rows, columns = np.mgrid[:72, :96]
    away = np.hypot(rows - 36, columns - 48)
    rgba_u8 = np.full((72, 96, 4), 255, dtype=np.uint8)
    rgba_u8[(np.abs(away - 30) < 1.5) | (np.abs(away - 12) < 1.5), :3] = 0
    return rgba_u8


def settle(window, qtbot):
    qtbot.waitUntil(lambda: color(window) is not None)
    idle.settle(window, qtbot)


def color(window):
    rgba = window.parts.session.pixels.get("colour")
    return None if rgba is None else rgba.copy()


def item_of(window, name):
    panel = window.generator_panel
    (item,) = [
        panel.list.item(row)
        for row in range(panel.list.count())
        if panel.list.item(row).data(Qt.ItemDataRole.UserRole) == name
    ]
    return item


def click(window, name):
    """Click a generator's row with the mouse."""
    window._docks.docks["generator"].raise_()
    rows = window.generator_panel.list
    item = item_of(window, name)
    rows.scrollToItem(item)
    middle = rows.visualItemRect(item).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def hint_red(window, qtbot):
    """Put a red point into the middle and wait until it is there."""
    window.parts.session.apply(AddHint(PointHint(48.0, 36.0, RED, 3.0)))
    qtbot.waitUntil(lambda: tuple(color(window)[36, 48, :3]) == RED)
    settle(window, qtbot)


def choose(window, name, qtbot):
    """Click a generator and wait until it has painted the drawing anew."""
    before = color(window)
    told = []
    window.parts.inference.generator_ready.connect(lambda spec, _: told.append(spec.name))
    click(window, name)
    assert window.parts.session.document.generator == name
    qtbot.waitUntil(lambda: name in told)
    qtbot.waitUntil(lambda: not np.array_equal(color(window), before))
    settle(window, qtbot)


# Choosing


def test_each_bundled_one_paints_the_drawing_and_says_what_it_takes(open_window, qtbot):
    window = open_window(resources.GENERATORS)
    settle(window, qtbot)
    hint_red(window, qtbot)
    for name in BUNDLED:  # another than the first, which is chosen already
        choose(window, name, qtbot)
        assert window.banner_text == "", name
        assert "full size" in window.status_line.live_text, name
        commands = window.commands
        can_hint = [commands[f"tool_{tool}"].isEnabled() for tool in ("point", "brush")]
        assert can_hint == [name not in NO_HINTS] * 2, name
        boxes = window.tags_panel.groups
        assert all(box.header.isEnabled() == (name in TAKES_TAGS) for box in boxes), name
        if name not in NO_HINTS:
            assert tuple(color(window)[36, 48, :3]) == RED, name


def test_what_paints_is_of_use_with_any_generator(generators, open_window, pen_for, qtbot):
    """On a paint layer nothing but paint is made, whatever was chosen first."""
    window = open_window(generators)
    settle(window, qtbot)
    commands, panel = window.commands, window.layers_panel
    painters = ["brush", "fill", "lasso"]
    commands["layer_add"].trigger()
    choose(window, "tagged", qtbot)
    assert window.canvas.tool_name is ToolName.BRUSH
    assert all(commands[f"tool_{name}"].isEnabled() for name in painters)
    assert not commands["tool_point"].isEnabled()
    assert window.color_panel.wheel.isEnabled()
    pen_for(window.canvas).stroke((40.0, 30.0), (50.0, 40.0))
    assert window.parts.session.document.paintings

    panel.select("hints")
    assert window.canvas.tool_name is ToolName.PAN
    assert not any(commands[f"tool_{name}"].isEnabled() for name in painters)
    assert not window.color_panel.wheel.isEnabled()
    pen_for(window.canvas).stroke((40.0, 30.0), (50.0, 40.0))
    assert window.parts.session.document.hints.hints == ()

    panel.select("paint-1")
    assert window.canvas.tool_name is ToolName.BRUSH
    assert commands["tool_brush"].isChecked()
    settle(window, qtbot)


def test_generator_without_hints_greys_what_makes_them_and_says_why(
    generators, open_window, pen_for, qtbot
):
    window = open_window(generators)
    settle(window, qtbot)
    assert window.canvas.tool_name is ToolName.BRUSH
    choose(window, "tagged", qtbot)
    reason = "The tagged one takes no hints. Choose another generator to use them."
    for tool in ("point", "brush"):
        assert not window.commands[f"tool_{tool}"].isEnabled()
        assert reason in window.commands[f"tool_{tool}"].toolTip()
    assert not window.color_panel.wheel.isEnabled()
    assert window.color_panel._notice.text() == reason
    assert window.color_panel._notice.isVisibleTo(window.color_panel)
    pen_for(window.canvas).stroke((40.0, 30.0), (50.0, 40.0))
    assert window.parts.session.document.hints.hints == ()

    choose(window, "hinted", qtbot)
    assert window.canvas.tool_name is ToolName.BRUSH
    assert window.commands["tool_brush"].isChecked()
    assert reason not in window.commands["tool_brush"].toolTip()
    assert window.color_panel.wheel.isEnabled()
    assert not window.color_panel._notice.isVisibleTo(window.color_panel)
    window.canvas.set_brush(BrushSettings(BLUE, 3.0))
    pen_for(window.canvas).stroke((44.0, 36.0), (52.0, 36.0))
    qtbot.waitUntil(lambda: tuple(color(window)[36, 48, :3]) == BLUE)
    settle(window, qtbot)


def test_generator_without_tags_greys_them_and_says_why(generators, open_window, qtbot):
    window = open_window(generators)
    settle(window, qtbot)
    chip = window.tags_panel.groups[0].chips["blue_hair"]
    assert not chip.isEnabled()
    assert "The hinted one takes no tags" in window.tags_panel._notice.text()
    choose(window, "tagged", qtbot)
    assert chip.isEnabled()
    unknown = window.tags_panel.groups[0].chips["green_hair"]
    assert not unknown.isEnabled()
    assert unknown.toolTip() == "green hair: The tagged one has not learned this tag"
    before = color(window)
    chip.click()
    qtbot.waitUntil(lambda: not np.array_equal(color(window), before))
    settle(window, qtbot)


# Bad ones


def change_spec(folder, **changes):
    path = folder / SPEC_FILE
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**content, **changes}), encoding="utf-8")


def truncate(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_a_bit(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


BAD = {
    "truncated": (lambda folder: truncate(folder / PAINT_GRAPH), "paint.onnx: damaged or foreign"),
    "damaged": (lambda folder: flip_a_bit(folder / LINE_GRAPH), "line.onnx: damaged or foreign"),
    "incomplete": (lambda folder: (folder / LINE_GRAPH).unlink(), "line.onnx: missing"),
    "picture": (
        lambda folder: (folder / PAINT_GRAPH).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64)),
        "paint.onnx: not an ONNX graph",
    ),
    "foreign": (
        lambda folder: (folder / SPEC_FILE).write_text('{"architecture": "UNet"}'),
        "export the generator again",
    ),
    "garbled": (lambda folder: truncate(folder / SPEC_FILE), "spec.json: not JSON"),
    "newer": (lambda folder: change_spec(folder, format_version=2), "update Tintline"),
    "asking": (lambda folder: change_spec(folder, inputs=["hints", "depth"]), "update Tintline"),
}


def copy_of(generators, folder, name):
    """A generator of its own name in another folder."""
    shutil.copytree(generators / "hinted", folder / name)
    change_spec(folder / name, name=name, title=f"The {name} one")
    return folder / name


def test_bad_generators_are_listed_with_the_reason_and_cannot_be_chosen(
    generators, open_window, tmp_path, qtbot
):
    folder = tmp_path / "mine"
    for name, (spoil, _) in BAD.items():
        spoil(copy_of(generators, folder, name))
    copy_of(generators, folder, "whole")
    window = open_window(folder)
    settle(window, qtbot)
    for name, (_, reason) in BAD.items():
        item = item_of(window, name)
        assert not item.flags() & Qt.ItemFlag.ItemIsEnabled, name
        assert reason in item.toolTip(), name
        assert str(folder / name) in item.toolTip(), name
        click(window, name)
        assert window.parts.session.document.generator == ""
    assert item_of(window, "whole").flags() & Qt.ItemFlag.ItemIsEnabled
    assert item_of(window, "watershed").flags() & Qt.ItemFlag.ItemIsEnabled
    assert "The whole one" in window.generator_panel.reason.text()
    assert window.banner_text == ""


def test_generator_spoilt_after_it_was_listed_is_told_and_greyed_when_chosen(
    generators, open_window, tmp_path, qtbot, expected_log
):
    folder = tmp_path / "mine"
    copy_of(generators, folder, "a_good_one")
    bad = copy_of(generators, folder, "bad")
    window = open_window(folder)
    settle(window, qtbot)
    truncate(bad / LINE_GRAPH)
    expected_log.append("generator 'bad' cannot be loaded")
    click(window, "bad")
    qtbot.waitUntil(lambda: "damaged or foreign" in window.banner_text)
    settle(window, qtbot)
    assert not item_of(window, "bad").flags() & Qt.ItemFlag.ItemIsEnabled
    assert "damaged or foreign" in item_of(window, "bad").toolTip()
    assert window.generator_panel.list.currentItem() is item_of(window, "watershed")
    choose(window, "a_good_one", qtbot)
    assert window.generator_panel.list.currentItem() is item_of(window, "a_good_one")


def test_graphs_of_another_program_are_told_and_keep_the_picture(
    generators, open_window, tmp_path, qtbot, expected_log
):
    folder = tmp_path / "mine"
    copy_of(generators, folder, "a_good_one")
    bad = copy_of(generators, folder, "bad")
    shutil.copy(bad / PAINT_GRAPH, bad / LINE_GRAPH)
    digests = {name: file_digest(bad / name) for name in (LINE_GRAPH, PAINT_GRAPH)}
    change_spec(bad, digests=digests)
    window = open_window(folder)
    settle(window, qtbot)
    before = color(window)
    expected_log.append("inference failed")
    click(window, "bad")
    qtbot.waitUntil(lambda: "line.onnx failed on the CPU" in window.banner_text)
    settle(window, qtbot)
    assert np.array_equal(color(window), before)
    click(window, "a_good_one")
    hint_red(window, qtbot)
