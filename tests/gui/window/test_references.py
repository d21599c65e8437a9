"""The reference dock: drops, colours by region, places that are paired, palette, undo."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import resources
from app.document.layer import LayerKind
from app.document.project_file import new_project
from app.document.references.edits import AddReferences, RemoveReference
from app.inference.painter import painter_loader
from models.device import CPU
from models.matching.sheets import Reference
from models.runtime.catalog import Catalog
from tests.helpers.figures.sheet_figure import (
    GROUND,
    HAIR,
    SHIRT,
    SKIN,
    SKIRT,
    figure,
    ink_on,
    share_right,
)

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sheet(tmp_path):
    """A model sheet with its line art beside it, in a folder."""
    folder = tmp_path / "sheet"
    folder.mkdir()
    line, flat = figure()
    Image.fromarray(flat).save(folder / "front.png")
    Image.fromarray(line).save(folder / "front.line.png")
    return folder


@pytest.fixture
def window(make_window):
    """A window with the bundled generator and another view of the figure open."""
    catalog = Catalog((resources.GENERATORS,))
    made = make_window(painter_loader(catalog, lambda: CPU), catalog)
    line, _ = figure(across=10, mirrored=True)
    opaque = np.full_like(line, 255)
    made.parts.session.open(new_project(np.dstack([line, line, line, opaque]), "frame.png"))
    return made


def drop(widget, *paths):
    """Drag files over a widget and let them go there."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, action = QPoint(20, 20), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(at, action, content, LEFT, NONE)
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), action, content, LEFT, NONE))


def wait_for_report(window, qtbot, check=lambda report: True):
    def is_told():
        report = window.reference_panel._report
        return report is not None and window.parts.inference.is_idle and check(report)

    qtbot.waitUntil(is_told, timeout=60_000)


def flats(window):
    return window.parts.session.pixels_of(LayerKind.FLATS)


def click_canvas(window, x, y):
    at = QPointF(*window.canvas.viewport.to_view(x, y)).toPoint()
    QTest.mouseClick(window.canvas, LEFT, NONE, at)


def click_view(window, x, y):
    view = window.reference_panel.view
    QTest.mouseClick(view, LEFT, NONE, view.to_view(x, y).toPoint())


@pytest.fixture
def colored(window, sheet, qtbot):
    """The window once the sheet was dropped and the drawing took its colours."""
    window.references._dock.raise_()
    drop(window.reference_panel, sheet)
    wait_for_report(window, qtbot)
    return window


def test_a_dropped_sheet_colors_the_drawing_and_undo_takes_it_back(colored, qtbot):
    window = colored
    line, flat = figure(across=10, mirrored=True)
    session = window.parts.session
    assert window.parts.session.name == "frame.png"  # it was not opened as a drawing
    assert share_right(flats(window), flat, line) > 0.9
    (picture,) = session.document.references.pictures
    assert picture.name == "front.png"
    assert picture.line_u8 is not None
    assert window.reference_panel.thumbnails.count() == 1
    assert "regions coloured" in window.reference_panel.said.text()
    session.undo()
    assert not session.document.references
    assert window.reference_panel.thumbnails.count() == 0

    def share():
        return share_right(flats(window), flat, line, SHIRT)

    qtbot.waitUntil(lambda: share() < 0.1, timeout=60_000)
    session.redo()
    qtbot.waitUntil(lambda: share() > 0.9, timeout=60_000)


def test_a_pair_of_places_corrects_a_region_by_clicks(colored, qtbot):
    window = colored
    panel, session = window.reference_panel, window.parts.session
    QTest.mouseClick(panel.pair, LEFT)
    assert "Click a place in the reference" in panel.said.text()
    click_view(window, 128, 173)  # the skirt of the sheet
    assert "Now click" in panel.said.text()
    hints = session.document.hints
    click_canvas(window, 138, 140)  # the shirt of the drawing
    assert not panel.pair.isChecked()
    (pair,) = session.document.references.pairs
    assert pair.here == pytest.approx((138, 140), abs=1)
    assert pair.there == pytest.approx((128, 173), abs=1.5)
    assert session.document.hints == hints  # the click drew nothing
    is_skirt = lambda: tuple(flats(window)[140, 138, :3]) == SKIRT  # noqa: E731
    qtbot.waitUntil(is_skirt, timeout=60_000)
    session.undo()
    qtbot.waitUntil(lambda: tuple(flats(window)[140, 138, :3]) == SHIRT, timeout=60_000)


def test_escape_gives_a_pair_up_and_the_next_click_draws_again(colored):
    window = colored
    panel = window.reference_panel
    QTest.mouseClick(panel.pair, LEFT)
    click_view(window, 128, 173)
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not panel.pair.isChecked()
    click_canvas(window, 138, 140)
    assert not window.parts.session.document.references.pairs


def test_a_reference_that_is_removed_takes_the_place_that_was_picked_with_it(colored, qtbot):
    window = colored
    panel, session = window.reference_panel, window.parts.session
    other = Reference(np.full((40, 40, 3), 90, dtype=np.uint8), "other.png")
    session.apply(AddReferences((other,)))
    QTest.mouseClick(panel.pair, LEFT)
    view = panel.view
    QTest.mouseClick(view, LEFT, NONE, view.to_view(20, 20).toPoint())
    QTest.mouseClick(panel.remove, LEFT)
    assert not panel.pair.isChecked()
    click_canvas(window, 138, 140)
    assert session.document.references.pairs == ()


def test_nothing_is_saved_over_what_a_dropped_folder_held(colored, sheet):
    read = colored.parts.session.read_files
    assert {sheet / "front.png", sheet / "front.line.png"} <= read


def test_thumbnails_hold_no_large_pictures(colored):
    page = Reference(np.full((900, 300, 3), 90, dtype=np.uint8), "page.png")
    colored.parts.session.apply(AddReferences((page,)))
    panel = colored.reference_panel
    (size,) = panel.thumbnails.item(1).icon().availableSizes()
    assert max(size.width(), size.height()) <= 112


def test_references_that_change_give_a_pair_up(colored):
    """The number of the one that was clicked may be another's by then."""
    window = colored
    panel, session = window.reference_panel, window.parts.session
    (picture,) = session.document.references.pictures
    session.apply(AddReferences((Reference(picture.rgb_u8[::-1].copy(), "other"),)))
    QTest.mouseClick(panel.pair, LEFT)
    click_view(window, 128, 173)
    session.apply(RemoveReference(0))
    assert not panel.pair.isChecked()
    click_canvas(window, 138, 140)
    assert not session.document.references.pairs


def test_colors_are_picked_from_the_reference_and_it_zooms(colored):
    window = colored
    view = window.reference_panel.view
    click_view(window, 128, 173)
    assert window.canvas.brush.color == SKIRT
    at = view.to_view(128, 66)
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 360), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.zoom == pytest.approx(1.25**3)
    moved = view.to_view(128, 66)
    assert (moved - at).manhattanLength() < 1.5
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == 1


def test_the_palette_is_made_of_the_sheet_named_and_locked(colored):
    window = colored
    QTest.mouseClick(window.reference_panel.make_palette, LEFT)
    palette = window.parts.session.document.palette
    assert palette.locked
    assert set(palette.colors) >= {HAIR, SKIN, SHIRT, SKIRT}
    assert GROUND not in palette.colors
    assert all(palette.titles)
    assert len(set(palette.titles)) == len(palette.titles)


def test_without_a_drawing_a_drop_is_refused_in_words(make_window, sheet, qtbot):
    catalog = Catalog(())
    window = make_window(painter_loader(catalog, lambda: CPU), catalog)
    window.references.read([sheet])
    assert "open a line drawing first" in window.banner_text


def test_a_file_that_is_no_picture_is_told(colored, tmp_path, qtbot):
    odd = tmp_path / "notes.png"
    odd.write_text("no picture")
    drop(colored.reference_panel, odd)
    qtbot.waitUntil(lambda: "notes.png" in colored.banner_text, timeout=20_000)
    assert len(colored.parts.session.document.references.pictures) == 1


def test_regions_to_look_at_are_listed_and_a_click_goes_there(window, tmp_path, qtbot):
    line, flat = figure()
    path = tmp_path / "face.png"  # of the sheet only the head is there
    Image.fromarray(ink_on(line, flat)[:112]).save(path)
    window.references._dock.raise_()
    drop(window.reference_panel, path)
    wait_for_report(window, qtbot)
    panel = window.reference_panel
    assert panel.regions.count() > 0
    before = window.canvas.viewport.centre
    item = panel.regions.item(0)
    region = item.data(Qt.ItemDataRole.UserRole)
    QTest.mouseClick(
        panel.regions.viewport(), LEFT, NONE, panel.regions.visualItemRect(item).center()
    )
    assert window.canvas.viewport.to_image(
        window.canvas.width() / 2, window.canvas.height() / 2
    ) == pytest.approx((region.x, region.y), abs=1)
    assert window.canvas.viewport.centre != before
