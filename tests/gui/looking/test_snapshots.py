"""Snapshots of results, beside each other, of several generators."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.document.edits import AddHint, SetLines
from app.document.layer import LayerKind
from app.document.project_file import new_project
from models.hints.hints import PointHint
from models.regions.drawn_lines import LineKind, read_lines
from models.runtime.catalog import CatalogEntry
from tests.helpers.fakes import FakeLoader, FakePainter, drawing, fake_spec
from tests.helpers.idle import settle

LEFT = Qt.MouseButton.LeftButton
RED, BLUE = (200, 40, 40), (40, 60, 200)


class Catalogue:
    """Two generators that paint, and one that cannot be loaded."""

    def entries(self, **_):
        return self.usable()

    def usable(self):
        return tuple(
            CatalogEntry(name, name.title(), Path(name), fake_spec(name))
            for name in ("fake", "other", "broken")
        )


@pytest.fixture
def two(make_window, painter, qtbot):
    """A window whose second generator paints half as the first does."""
    other = FakePainter("other")
    broken = ValueError("broken/line.onnx: damaged; install it again")
    loader = FakeLoader({"": painter, "fake": painter, "other": other, "broken": broken})
    window = make_window(loader, Catalogue())
    window.parts.session.open(new_project(drawing(), "girl"))
    settle(window, qtbot)
    window.activateWindow()
    window.canvas.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def paint(window, color, qtbot):
    session = window.parts.session
    session.apply(AddHint(PointHint(58, 38, color)))
    qtbot.waitUntil(lambda: "colour" in session.pixels)
    qtbot.waitUntil(lambda: tuple(session.pixels.get("colour")[30, 30, :3]) == color)
    settle(window, qtbot)
    QApplication.processEvents()


def seen(view, x=30.5, y=30.5):
    at = view.viewport.to_view(x, y)
    return view.grab().toImage().pixelColor(int(at[0]), int(at[1]))


def press(window, index, text):
    buttons = [b for b in window.seeing.side.findChildren(QAbstractButton) if b.text() == text]
    QTest.mouseClick(buttons[index], LEFT)


def test_snapshots_lie_beside_each_other_as_they_were(two, qtbot):
    for color in (RED, BLUE):
        paint(two, color, qtbot)
        QTest.keyClick(two.canvas, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    two.commands["side_by_side"].trigger()
    side = two.seeing.side
    QApplication.processEvents()
    assert side.isVisible()
    assert not two.canvas.isVisible()
    assert [seen(view) for view in side.views] == [QColor(*RED), QColor(*BLUE)]
    QTest.keyClick(side.views[0], Qt.Key.Key_Escape)
    assert two.canvas.isVisible()
    assert not two.commands["side_by_side"].isChecked()


def test_all_are_seen_at_the_same_place(two, qtbot):
    for _ in range(2):
        two.seeing.snapshots.take()
    two.commands["side_by_side"].trigger()
    QApplication.processEvents()
    first, second = two.seeing.side.views
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    at = QPointF(20, 20)
    wheel = QWheelEvent(
        at, first.mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(first, wheel)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert first.viewport.scale == second.viewport.scale
    assert first.viewport.centre == second.viewport.centre
    assert first.viewport.centre != (30.0, 20.0)


def test_snapshot_is_used_again_in_one_step(two, qtbot):
    paint(two, RED, qtbot)
    two.seeing.snapshots.take()
    paint(two, BLUE, qtbot)
    two.commands["side_by_side"].trigger()
    press(two, 0, "Use")
    session = two.parts.session
    assert [hint.color for hint in session.document.hints] == [RED]
    assert session.history.undo_title == "Return to Snapshot 1"
    session.undo()
    assert [hint.color for hint in session.document.hints] == [RED, BLUE]
    settle(two, qtbot)


def test_drawing_is_compared_with_a_snapshot(two, qtbot):
    paint(two, RED, qtbot)
    two.seeing.snapshots.take()
    paint(two, BLUE, qtbot)
    two.commands["show_hints"].setChecked(False)
    two.commands["side_by_side"].trigger()
    press(two, 0, "Compare")
    assert two.canvas.isVisible()
    assert (seen(two.canvas, 10.5), seen(two.canvas, 50.5)) == (QColor(*RED), QColor(*BLUE))
    two.commands["compare"].setChecked(False)
    QTest.keyPress(two.canvas, Qt.Key.Key_Q)
    assert seen(two.canvas, 10.5) == QColor("white")
    QTest.keyRelease(two.canvas, Qt.Key.Key_Q)


def test_lines_that_were_read_otherwise_leave_snapshots_of_use(two, qtbot):
    session = two.parts.session
    two.seeing.snapshots.take()
    taken = session.document
    read = read_lines(session.pixels_of(LayerKind.LINE), LineKind.LIGHT)
    session.apply(SetLines(read, is_set=True))
    assert session.document.line_art != taken.line_art
    two.commands["side_by_side"].trigger()
    press(two, 0, "Compare")
    session.undo()
    session.redo()
    assert two.canvas.comparison.title == "Snapshot 1"
    two.commands["side_by_side"].trigger()
    press(two, 0, "Use")
    assert session.document == taken
    settle(two, qtbot)


def test_each_generator_gives_one_or_says_why_not(two, qtbot, expected_log):
    expected_log.append("inference failed")
    paint(two, RED, qtbot)
    before = two.parts.session.document
    two.commands["each_generator"].trigger()
    qtbot.waitUntil(lambda: not two.seeing.snapshots.is_waiting)
    shots = two.seeing.snapshots.shots
    assert [(shot.title, shot.document.generator) for shot in shots] == [
        ("Fake", "fake"),
        ("Other", "other"),
    ]
    for shot in shots:
        assert tuple(shot.pixels.get("colour")[30, 30, :3]) == RED
    assert two.status_line.task_text == "Snapshots of the generators taken"
    assert "Broken gives no snapshot: broken/line.onnx" in two.banner_text
    assert two.parts.session.document is before
    settle(two, qtbot)


@pytest.fixture
def held(two, qtbot):
    """The second generator is about to paint its snapshot of a red drawing."""
    paint(two, RED, qtbot)
    other = two.parts.inference.load_beside("other")
    other.hold()
    two.commands["each_generator"].trigger()
    qtbot.waitUntil(other.started.is_set)
    yield other
    other.release()


def test_snapshot_of_a_generator_is_of_what_it_was_asked(two, held, qtbot, expected_log):
    expected_log.append("inference failed")
    asked = two.parts.session.document
    two.parts.session.apply(AddHint(PointHint(20, 20, BLUE)))
    held.release()
    qtbot.waitUntil(lambda: not two.seeing.snapshots.is_waiting)
    assert two.seeing.snapshots.shots[-1].document.hints == asked.hints
    settle(two, qtbot)


def test_another_drawing_ends_snapshots_of_the_last(two, held, qtbot):
    two.parts.session.open(new_project(drawing(), "cat"))
    settle(two, qtbot)
    assert len(held.cancelled) == 1
    assert not two.seeing.snapshots.is_waiting


def test_another_drawing_is_compared_with_itself(two, qtbot):
    two.seeing.snapshots.take()
    two.commands["side_by_side"].trigger()
    press(two, 0, "Compare")
    assert two.canvas.comparison.title
    two.parts.session.open(new_project(drawing(), "cat"))
    assert two.canvas.comparison.title == ""
    settle(two, qtbot)
    paint(two, BLUE, qtbot)
    assert seen(two.canvas, 10.5) == QColor("white")


def test_another_drawing_has_none_of_them(two, qtbot):
    two.seeing.snapshots.take()
    two.commands["side_by_side"].trigger()
    press(two, 0, "Forget")
    assert two.seeing.snapshots.shots == ()
    two.seeing.snapshots.take()
    two.parts.session.open(new_project(drawing(), "cat"))
    assert two.seeing.snapshots.shots == ()
    assert two.canvas.isVisible()
    settle(two, qtbot)
