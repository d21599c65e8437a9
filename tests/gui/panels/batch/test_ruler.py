"""Promises about the ruler over the filmstrip, and about what long cuts cost the panel."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from app.panels.batch.filmstrip import Filmstrip
from app.panels.batch.frames import KEPT_IMAGES, FrameItem, FrameState
from app.panels.batch.pages import PlanFact, PlanPage
from app.panels.batch.ruler import BAR_HEIGHT, KEY_HEIGHT, FrameRuler

COUNT = 1000
WIDTH = 400
BAR = KEY_HEIGHT + BAR_HEIGHT // 2


def _items(*, failed=(), count=COUNT, **rest):
    return [
        FrameItem(
            label=f"walk_{row:04d}",
            title=f"walk_{row:04d}",
            state=FrameState.FAILED if row in failed else FrameState.DONE,
            confidence=None if row in failed else 0.95,
            **rest,
        )
        for row in range(count)
    ]


@pytest.fixture
def strip(qtbot, appearance):
    made = Filmstrip(lambda: appearance.theme)
    qtbot.addWidget(made)
    made.resize(WIDTH, 160)
    made.frames.set_items(_items())
    made.show()
    return made


@pytest.fixture
def ruler(qtbot, appearance, strip):
    made = FrameRuler(strip, lambda: appearance.theme)
    qtbot.addWidget(made)
    made.resize(WIDTH, made.sizeHint().height())
    made.show()
    return made


def _colors(ruler) -> list[QColor]:
    image = ruler.grab().toImage()
    ratio = image.width() / ruler.width()
    y = int((KEY_HEIGHT + BAR_HEIGHT - 2) * ratio)
    return [image.pixelColor(int((x + 0.5) * ratio), y) for x in range(ruler.width())]


def test_a_click_and_a_drag_go_to_a_frame(ruler, strip, qtbot):
    qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(WIDTH // 2, BAR))
    assert strip.current == COUNT // 2
    assert strip.current in strip.visible_rows()
    qtbot.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(10, BAR))
    qtbot.mouseMove(ruler, QPoint(WIDTH - 1, BAR))
    assert ruler.row_at(-50) == 0
    assert ruler.row_at(WIDTH + 50) == COUNT - 1


def test_one_failed_frame_of_a_thousand_is_seen(ruler, strip, appearance):
    error = QColor(appearance.theme.error)
    assert error not in _colors(ruler)
    strip.frames.set_item(700, _items(failed={700})[700])
    seen = [x for x, color in enumerate(_colors(ruler)) if color == error]
    assert seen
    assert abs(seen[0] - 700 * WIDTH / COUNT) <= 2


def test_ruler_follows_the_theme_and_has_nothing_to_show_without_frames(ruler, strip, appearance):
    assert QColor(appearance.theme.accent) in _colors(ruler)
    strip.frames.set_items([])
    assert QColor(appearance.theme.accent) not in _colors(ruler)
    assert ruler.row_at(5) == -1


def test_thumbnails_far_from_the_view_are_let_go(strip):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    for row in range(COUNT):
        strip.frames.set_image(row, image, is_colored=True)
    kept = [row for row in range(COUNT) if strip.frames.has_image(row)]
    assert kept == list(range(COUNT - KEPT_IMAGES, COUNT))


def test_plan_keeps_its_lines_while_only_their_words_change(qtbot):
    page = PlanPage()
    qtbot.addWidget(page)
    page.show_facts([PlanFact("Frames", "5"), PlanFact("Key frames", "none", is_warning=True)])
    before = page.widget().children()
    page.show_facts([PlanFact("Frames", "5"), PlanFact("Key frames", "walk_001 (3 hints)")])
    assert page.widget().children() == before
    texts = [label.text() for label in before if label.objectName() == "fact"]
    assert texts == ["5", "walk_001 (3 hints)"]
