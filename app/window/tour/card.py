"""What the tour lays over the window: a card with a step's words, and a ring around its place."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.theme import Appearance
from app.window.tour.steps import Step

WIDTH = 320
GAP = 14
"""Pixels between the card and what it points at, and to the window's rim."""
DOT = 7
"""Diameter of the dot of a step."""


class Ring(QWidget):
    """A rounded frame around something, through which everything can be pressed."""

    LINE, HALO, RADIUS = 2.0, 5.0, 9.0

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, around: QRect) -> None:
        """Lie just outside of a rectangle of the window, as far as the window has room."""
        out = round(self.HALO)
        window = self.window().rect()
        self.setGeometry(around.adjusted(-out, -out, out, out).intersected(window))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line with a faint halo, in the theme's accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        halo = QColor(accent)
        halo.setAlphaF(0.28)
        for color, width, inset in ((halo, self.HALO, self.HALO / 2), (accent, self.LINE, 2.5)):
            painter.setPen(QPen(color, width))
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, self.RADIUS, self.RADIUS)
        painter.end()


class Dots(QWidget):
    """A dot for each step, those behind filled."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count, self._reached = count, 0
        self.setFixedSize(count * 2 * DOT - DOT, DOT + 2)

    def show_step(self, number: int) -> None:
        """The number of the present step, from 0."""
        self._reached = number
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the theme's accent, in grey those to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._count):
            role = QPalette.ColorRole.Highlight
            if number > self._reached:
                role = QPalette.ColorRole.Mid
            painter.setBrush(self.palette().color(role))
            painter.drawEllipse(QRectF(2 * DOT * number, 1, DOT, DOT))
        painter.end()


class Card(QFrame):
    """The words of a step, with ways on and out.

    Signals
    passed  on to the next step, whether the present one is done or not.
    left    the tour is to end.
    """

    passed = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, count: int, window: QWidget) -> None:
        """count: of steps."""
        super().__init__(window)
        self._appearance = appearance
        self._count = count
        self.setObjectName("tourCard")
        self.setFixedWidth(WIDTH)
        self.title = QLabel()
        self.title.setObjectName("subheading")
        self._tick = QLabel()
        self._tick.setFixedSize(20, 20)
        self._tick.setAccessibleName(self.tr("Done"))
        self.text = QLabel()
        self.text.setWordWrap(True)
        self._dots = Dots(count)
        self.leave = QPushButton(self.tr("Leave"))
        self.leave.setAccessibleDescription(self.tr("Leave the tour; the drawing stays open"))
        self.leave.clicked.connect(self.left)
        self.next = QPushButton()
        self.next.setObjectName("primary")
        self.next.clicked.connect(self.passed)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._tick)
        foot.setSpacing(8)
        foot.addWidget(self._dots)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.text)
        layout.addSpacing(4)
        layout.addLayout(foot)
        self.hide()

    def show_step(self, number: int, step: Step, keys: str) -> None:
        """The words of a step, numbered from 0, and say them to who listens.

        keys  of the step's command, empty for none.
        """
        is_last = number == self._count - 1
        self.title.setText(step.title)
        self.text.setText(step.words(keys))
        self.next.setText(self.tr("Finish") if is_last else self.tr("Next"))
        self._dots.show_step(number)
        self._tick.setPixmap(QPixmap())
        place = self.tr("Tour, step {number} of {count}")
        self.setAccessibleName(place.format(number=number + 1, count=self._count))
        self.setAccessibleDescription(f"{step.title}. {self.text.text()}")
        self._say(f"{self.accessibleName()}. {self.accessibleDescription()}")
        self.show()
        self.raise_()

    def show_done(self) -> None:
        """The artist did it."""
        self._tick.setPixmap(
            self._appearance.icon("check").pixmap(QSize(20, 20), self.devicePixelRatioF())
        )
        self._say(self._tick.accessibleName())

    def place(self, beside: QRect, within: QRect, *, is_inside: bool) -> None:
        """Lie beside a rectangle, where there is room; or in the lower left corner of it.

        within     what the card may cover, besides what is left of it.
        is_inside  the rectangle is the picture, which no card stands beside.
        """
        height = self.heightForWidth(WIDTH)
        self.resize(WIDTH, height)
        if is_inside:
            self.move(within.left() + GAP, within.bottom() - height - GAP)
            return
        spots = (
            QPoint(beside.left() - GAP - WIDTH, beside.top()),
            QPoint(beside.left(), beside.bottom() + GAP),
            QPoint(beside.right() + GAP, beside.top()),
            QPoint(beside.left(), beside.top() - GAP - height),
        )
        lowest = within.bottom() - height - GAP
        placed = (QRect(QPoint(spot.x(), min(spot.y(), lowest)), self.size()) for spot in spots)
        room = self.window().rect()
        free = (card for card in placed if room.contains(card) and not card.intersects(beside))
        self.move(next(free, QRect(within.topLeft(), self.size())).topLeft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, Return presses the button that has the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.leave if self.leave.hasFocus() else self.next).click()
        else:
            super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
