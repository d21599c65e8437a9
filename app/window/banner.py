"""A calm message at the top of the picture: stays until closed or replaced, takes no focus."""

from typing import Literal

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.theme import Appearance

Level = Literal["info", "warning", "error"]
INFO_MS = 6000
MAX_WIDTH = 760


class Banner(QFrame):
    """Floats over its parent's top; place it with `place` when the parent is resized."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self.setObjectName("banner")
        self._appearance = appearance
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = QToolButton()
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setToolTip(self.tr("Close"))
        close.setIconSize(QSize(14, 14))
        close.clicked.connect(self.dismiss)
        appearance.bind_icon(close.setIcon, "close")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INFO_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, empty if none is."""
        return self._text.text() if self.isVisibleTo(self._area) else ""

    def say(self, text: str, level: Level = "info") -> None:
        """Show a message in place of the last; information goes by itself after a while."""
        self._text.setText(text)
        self._icon.setPixmap(
            self._appearance.icon("info" if level == "info" else "warning").pixmap(20, 20)
        )
        self.setProperty("level", level)
        self.style().unpolish(self)
        self.style().polish(self)
        self.place()
        self.show()
        self.raise_()
        if level == "info":
            self._timer.start()
        else:
            self._timer.stop()

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self.hide()

    def place(self) -> None:
        """Lie at the parent's top, in its middle."""
        width = min(MAX_WIDTH, self._area.width() - 24)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry((self._area.width() - width) // 2, 12, width, height)
