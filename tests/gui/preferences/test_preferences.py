"""The preferences: opened by keys, taken hold of at once, and remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.main import PerformanceWishes
from app.settings import Settings
from app.window.preferences.color_page import ColorPage
from app.window.preferences.general_page import GeneralPage
from app.window.preferences.performance_page import PerformancePage
from models.cores import core_count, limit_cores
from models.reading.reader import DrawingReader
from models.runtime.engine import session_options
from tests.helpers.fakes import FakeGenerator, FakeLoader
from tests.helpers.idle import settle

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def page_of(window, kind):
    dialog = window.preferences.show()
    dialog.show_page(kind)
    return next(page for page in dialog.pages if isinstance(page, kind))


def choose(box, data):
    """As a click in the list of a box does."""
    index = box.findData(data)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_keys_open_the_preferences_and_their_pages(drawn, qtbot):
    settle(drawn, qtbot)
    QTest.keyClick(drawn.canvas, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = drawn.preferences.dialog
    assert dialog.isVisible()
    shown = []
    for page in dialog.pages:
        shown.append(page.isVisible())
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert shown == [True] * 6
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_dialog_fits_a_laptop(window):
    least = window.preferences.show().minimumSizeHint()
    assert least.width() <= 800
    assert least.height() <= 600


def test_work_is_copied_as_soon_as_it_is_set(drawn, qtbot):
    settle(drawn, qtbot)
    page = page_of(drawn, GeneralPage)
    page.keep_after.setValue(10)
    assert drawn.recovery._timer.interval() == 10_000
    assert drawn.parts.settings.keep_after_s == 10
    page.keep_after.setValue(1)
    assert drawn.parts.settings.keep_after_s == Settings.keep_after_s.least


def test_undo_goes_as_far_as_it_is_set(drawn, qtbot):
    settle(drawn, qtbot)
    page_of(drawn, GeneralPage).undo_steps.setValue(30)
    assert drawn.parts.session.history.limit == 30
    assert drawn.parts.settings.undo_steps == 30


@pytest.mark.parametrize("is_lit", [True, False])
def test_a_new_drawing_begins_with_a_light_if_it_is_to(window, picture_file, qtbot, is_lit):
    page_of(window, GeneralPage).lit.setChecked(is_lit)
    window.files.open_path(picture_file)
    qtbot.waitUntil(lambda: window.parts.session.document is not None)
    assert (window.parts.session.document.light is not None) == is_lit
    settle(window, qtbot)


def test_theme_is_the_same_in_menu_and_preferences(drawn, appearance, qtbot):
    settle(drawn, qtbot)
    page = page_of(drawn, GeneralPage)
    choose(page.theme, "light")
    assert appearance.theme.name == "light"
    assert drawn.theme_menu._choices["light"].isChecked()
    drawn.theme_menu.choose("dark")
    assert page.theme.currentData() == "dark"


def test_boxes_are_the_commands_of_the_menus(drawn, qtbot):
    settle(drawn, qtbot)
    page = page_of(drawn, GeneralPage)
    drawn.commands["layer_per_colour"].setChecked(True)
    texts = {box.text(): box for box in page.findChildren(type(page.lit))}
    assert texts["One layer a colour"].isChecked()
    texts["Live colour"].setChecked(False)
    assert not drawn.parts.live.is_live


def test_canvas_lies_on_the_grey_that_is_chosen(drawn, appearance, qtbot):
    settle(drawn, qtbot)
    page = page_of(drawn, ColorPage)
    choose(page.surround, "#777777")
    corner = drawn.canvas.grab().toImage().pixelColor(2, 2)
    assert corner == QColor("#777777")
    appearance.use("light")
    assert drawn.canvas.grab().toImage().pixelColor(2, 2) == QColor("#777777")
    choose(page.surround, "")
    after = drawn.canvas.grab().toImage().pixelColor(2, 2)
    assert after == QColor(appearance.theme.surround)
    appearance.use("dark")


def test_recent_colors_are_forgotten(drawn, qtbot):
    settle(drawn, qtbot)
    drawn.parts.settings.add_recent_color((1, 2, 3))
    drawn.color_panel.set_recent(drawn.parts.settings.recent_colors)
    QTest.mouseClick(page_of(drawn, ColorPage).forget, LEFT)
    assert drawn.parts.settings.recent_colors == ()
    assert drawn.color_panel._recent[0].color is None


def test_device_is_the_same_in_panel_and_preferences(drawn, qtbot):
    settle(drawn, qtbot)
    page = page_of(drawn, PerformancePage)
    told = []
    drawn.preferences.values.performance_changed.connect(lambda: told.append(1))
    drawn.generator_panel.device_chosen.emit("cpu")
    assert (page.device.currentData(), drawn.parts.settings.device) == ("cpu", "cpu")
    choose(page.device, "auto")
    assert drawn.generator_panel.device.currentData() == "auto"
    assert len(told) == 2


def test_cores_and_memory_reach_what_colours(drawn, qtbot, monkeypatch):
    settle(drawn, qtbot)
    monkeypatch.setattr("models.cores._given_share", "8")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(8)), raising=False)
    settings = drawn.parts.settings
    page = page_of(drawn, PerformancePage)
    page.threads.setMaximum(8)
    page.threads.setValue(3)
    page.memory.setValue(480)
    wishes = PerformanceWishes(settings)
    try:
        assert core_count() == session_options().intra_op_num_threads == 3
        assert wishes.memory_bytes == 480 << 20
        settings.threads = 0
        wishes.read(settings)
        assert core_count() == 8
    finally:
        monkeypatch.undo()
        limit_cores(0)


def test_reader_shares_its_memory_out():
    reader = DrawingReader.within(FakeGenerator("fake", None), 480 << 20)
    stores = (reader._features, reader._guides, reader._regions, reader._region_guides)
    assert sum(store._limit_bytes for store in stores) == 480 << 20


def test_everything_in_the_preferences_has_a_name(window):
    dialog = window.preferences.show()
    silent = []
    for page in dialog.pages:
        for widget in page.findChildren(object):
            kind = type(widget).__name__
            if kind in ("QComboBox", "QSpinBox", "KeyField", "QTreeWidget", "QListWidget"):
                silent += [] if widget.accessibleName() else [f"{kind} of {page.title}"]
    assert silent == []


def test_preferences_are_read_by_the_next_window(make_window, painter):
    first = make_window(FakeLoader({"": painter}))
    page_of(first, GeneralPage).undo_steps.setValue(50)
    first.commands["pressure"].setChecked(False)
    first.parts.settings.store.sync()
    second = make_window(FakeLoader({"": painter}))
    assert second.parts.session.undo_steps == 50
    assert not second.canvas.brush.uses_pressure
