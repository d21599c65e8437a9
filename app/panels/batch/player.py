"""Playback of the coloured frames at a chosen speed."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from PySide6.QtCore import QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

DEFAULT_FPS = 12.0
MIN_FPS, MAX_FPS = 1.0, 60.0
MAX_TICK_MS = 40
KEPT_IMAGES = 240
"""Pictures kept for playback; at PICTURE_SIDE they take some 100 MB together at most."""
PICTURE_SIDE = 400
AHEAD = 12
"""Pictures that are asked for ahead of the one shown."""

Shot = tuple[int, ...]
"""Rows of the filmstrip that are seen over each other at one time, bottom to top."""


class Playback(QObject):
    """Which frame is to be seen when; slow pictures never slow the animation down.

    Signals
    moved     the position, from 0.
    playing   whether it runs.
    halted    the position of a halt at which it stopped.

    halts     positions at which it stops when it comes to them.
    """

    moved = Signal(int)
    playing = Signal(bool)
    halted = Signal(int)

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._count = 0
        self._fps = DEFAULT_FPS
        self._position = 0
        self._start = (0.0, 0)
        self._seen = 0
        self.loops = True
        self.halts: frozenset[int] = frozenset()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)

    @property
    def position(self) -> int:
        """The frame to be seen, from 0."""
        return self._position

    @property
    def count(self) -> int:
        """How many frames there are."""
        return self._count

    @property
    def fps(self) -> float:
        """Frames a second."""
        return self._fps

    @property
    def is_playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    def set_count(self, count: int) -> None:
        """Play that many frames."""
        self._count = count
        if count == 0:
            self.stop()
        self.seek(min(self._position, max(0, count - 1)))

    def set_fps(self, fps: float) -> None:
        """Play faster or slower from here on."""
        self._fps = min(MAX_FPS, max(MIN_FPS, fps))
        self._start = (self._clock(), self._position)
        if self.is_playing:
            self._timer.setInterval(self._interval_ms())

    def play(self) -> None:
        """Run, from the beginning if it stands at the end."""
        if self._count < 2 or self.is_playing:
            return
        if self._position == self._count - 1:
            self.seek(0)
        self._start = (self._clock(), self._position)
        self._seen = self._position
        self._timer.start(self._interval_ms())
        self.playing.emit(True)

    def stop(self) -> None:
        """Stand still."""
        if self.is_playing:
            self._timer.stop()
            self.playing.emit(False)

    def seek(self, position: int) -> None:
        """Go to a frame."""
        self._start, self._seen = (self._clock(), position), position
        self._move(position)

    def tick(self) -> None:
        """Show what the clock says."""
        began, first = self._start
        position = first + int((self._clock() - began) * self._fps + 1e-6)
        if (halt := self._halt_until(position)) is not None:
            self.seek(halt)
            self.stop()
            self.halted.emit(halt)
        elif position >= self._count and not self.loops:
            self._move(self._count - 1)
            self.stop()
        elif self._count:
            self._move(position % self._count)

    def _halt_until(self, position: int) -> int | None:
        """The first halt after what was seen last; positions go on counting around the end."""
        last = position if self.loops else min(position, self._count - 1)
        passed = range(self._seen + 1, min(last, self._seen + self._count) + 1)
        self._seen = max(self._seen, position)
        return next((at % self._count for at in passed if at % self._count in self.halts), None)

    def _move(self, position: int) -> None:
        if position != self._position:
            self._position = position
            self.moved.emit(position)

    def _interval_ms(self) -> int:
        return max(4, min(MAX_TICK_MS, round(500 / self._fps)))


class Screen(QWidget):
    """Shows one picture, fitted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.surround = QColor(0x48, 0x48, 0x48)
        self.setMinimumSize(QSize(120, 80))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None) -> None:
        """Show another picture, None for none."""
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle, as large as it fits."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.surround)
        if self.image is not None and not self.image.isNull():
            ratio = self.devicePixelRatioF()
            fitted = self.image.scaled(
                self.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            fitted.setDevicePixelRatio(ratio)
            width, height = fitted.width() / ratio, fitted.height() / ratio
            corner = QPointF((self.width() - width) / 2, (self.height() - height) / 2)
            painter.drawImage(corner, fitted)
        painter.end()


class Player(QWidget):
    """Plays coloured frames; pictures that are not read yet leave the last one in place.

    Signals
    images_wanted   shots whose pictures are wanted next.
    images_renewed  rows whose pictures are out of date, None for all.
    row_chosen      the row that the artist stepped to.

    plays_elsewhere  whether it goes on while nobody sees it here.
    """

    images_wanted = Signal(object)
    images_renewed = Signal(object)
    row_chosen = Signal(int)
    plays_elsewhere = False

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.playback = Playback(clock=clock, parent=self)
        self._shots: tuple[Shot, ...] = ()
        self._pops: frozenset[int] = frozenset()
        self._images: OrderedDict[Shot, QImage] = OrderedDict()
        self._icons: Mapping[str, QIcon] = {}
        self.screen_view = Screen()
        self.play_button = _button(self.tr("Play"))
        self.back_button = _button(self.tr("Previous frame"))
        self.forward_button = _button(self.tr("Next frame"))
        self.loop_button = _button(self.tr("Repeat"))
        self.loop_button.setCheckable(True)
        self.loop_button.setChecked(True)
        self.halt_button = _button(self.tr("Halt at colour pops"))
        self.halt_button.setCheckable(True)
        self.canvas_button = _button(self.tr("Play on the canvas"))
        self.canvas_button.setCheckable(True)
        self.fps = QDoubleSpinBox()
        self.fps.setRange(MIN_FPS, MAX_FPS)
        self.fps.setDecimals(0)
        self.fps.setValue(DEFAULT_FPS)
        self.fps.setSuffix(self.tr(" fps"))
        self.fps.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fps.setFixedWidth(58)
        self.fps.setAccessibleName(self.tr("Frames per second"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Frame"))
        self.counter = QLabel("–")
        self.counter.setObjectName("muted")
        self._lay_out()
        self._connect()
        self.set_shots(())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.back_button, self.play_button, self.forward_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.halt_button)
        buttons.addWidget(self.loop_button)
        buttons.addWidget(self.canvas_button)
        buttons.addWidget(self.fps)
        along = QHBoxLayout()  # a row of its own, so that each frame has some pixels of the slider
        along.setSpacing(8)
        along.addWidget(self.slider, 1)
        along.addWidget(self.counter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.screen_view, 1)
        layout.addLayout(along)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        playback = self.playback
        self.play_button.clicked.connect(self.toggle)
        self.back_button.clicked.connect(lambda: self.step(-1))
        self.forward_button.clicked.connect(lambda: self.step(1))
        self.loop_button.toggled.connect(self._set_loops)
        self.halt_button.toggled.connect(lambda _: self._set_halts())
        self.fps.valueChanged.connect(playback.set_fps)
        self.slider.valueChanged.connect(self._follow_slider)
        playback.moved.connect(self._show)
        playback.playing.connect(lambda _: self._dress())

    def set_icons(self, icons: Mapping[str, QIcon]) -> None:
        """Icons by name: play, pause, step_back, step_forward, pop, loop, film."""
        self._icons = icons
        self._dress()

    def set_shots(self, shots: tuple[Shot, ...]) -> None:
        """Play these, one after the other."""
        if shots == self._shots and shots:
            return
        before, position = self.shot, self.playback.position
        self._shots = shots
        self.set_pops(())
        self.playback.set_count(len(shots))
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(shots) - 1))
        self.slider.blockSignals(False)
        if before in shots and shots[min(position, len(shots) - 1)] != before:
            self.playback.seek(shots.index(before))
        self.setEnabled(bool(shots))
        self._show(self.playback.position)

    def set_pops(self, positions: Iterable[int]) -> None:
        """Positions of colour pops, at which it may halt."""
        self._pops = frozenset(positions)
        self._set_halts()

    @property
    def shot(self) -> Shot:
        """The rows that are to be seen over each other; none if there is nothing to play."""
        position = self.playback.position
        return self._shots[position] if position < len(self._shots) else ()

    @property
    def row(self) -> int:
        """The row that lies on top of what is to be seen, -1 if there is none."""
        return self.shot[-1] if self.shot else -1

    def shots_ahead(self, most: int) -> list[Shot]:
        """The shot that is to be seen, and those that follow, each once."""
        count = len(self._shots)
        coming = (self._shots[(self.playback.position + step) % count] for step in range(count))
        return list(islice(dict.fromkeys(coming), most))

    def go_to_row(self, row: int) -> None:
        """Show a row where it is seen first, unless it is seen now, and stand still."""
        if self.playback.is_playing or row in self.shot:
            return
        at = next((at for at, shot in enumerate(self._shots) if row in shot), None)
        if at is not None:
            self.playback.seek(at)

    def step(self, by: int) -> None:
        """Show the next frame or the one before."""
        if self._shots:
            self.playback.stop()
            self.playback.seek((self.playback.position + by) % len(self._shots))
            self.row_chosen.emit(self.row)

    def toggle(self) -> None:
        """Play, or stand still."""
        if self.playback.is_playing:
            self.playback.stop()
        else:
            self.playback.play()

    def put_image(self, shot: Shot, image: QImage) -> None:
        """A picture that was wanted."""
        self._images[shot] = image
        self._images.move_to_end(shot)
        while len(self._images) > KEPT_IMAGES:
            self._images.popitem(last=False)
        if shot == self.shot:
            self.screen_view.show_image(image)
        self._want()

    def forget_images(self, rows: tuple[int, ...] | None = None) -> None:
        """Pictures of these rows are out of date; None for all."""
        self.images_renewed.emit(rows)
        for shot in tuple(self._images):
            if rows is None or not set(rows).isdisjoint(shot):
                del self._images[shot]
        if rows is None:
            self.screen_view.show_image(None)
        self._want()

    def _show(self, position: int) -> None:
        self.counter.setText(f"{position + 1} / {len(self._shots)}" if self._shots else "–")
        self.slider.blockSignals(True)
        self.slider.setValue(position)
        self.slider.blockSignals(False)
        image = self._images.get(self.shot)
        if image is not None:
            self.screen_view.show_image(image)
        elif not self._shots:
            self.screen_view.show_image(None)
        self._want()

    def _want(self) -> None:
        """Ask for what will be seen next."""
        if not self._shots or not self.isVisible():
            return
        coming = self.shots_ahead(min(AHEAD, KEPT_IMAGES))
        wanted = tuple(shot for shot in coming if shot not in self._images)
        if wanted:
            self.images_wanted.emit(wanted)

    def showEvent(self, event: object) -> None:
        """Ask for pictures that were not wanted while nobody looked."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._want()

    def hideEvent(self, event: object) -> None:
        """Nobody looks: stand still."""
        super().hideEvent(event)  # type: ignore[arg-type]
        if not self.plays_elsewhere:
            self.playback.stop()

    def _follow_slider(self, position: int) -> None:
        self.playback.stop()
        self.playback.seek(position)
        self.row_chosen.emit(self.row)

    def _set_halts(self) -> None:
        self.halt_button.setEnabled(bool(self._pops))
        self.playback.halts = self._pops if self.halt_button.isChecked() else frozenset()

    def _set_loops(self, loops: bool) -> None:
        self.playback.loops = loops

    def _dress(self) -> None:
        if not self._icons:
            return
        is_playing = self.playback.is_playing
        self.play_button.setIcon(self._icons["pause" if is_playing else "play"])
        self.play_button.setToolTip(self.tr("Pause") if is_playing else self.tr("Play"))
        self.back_button.setIcon(self._icons["step_back"])
        self.forward_button.setIcon(self._icons["step_forward"])
        self.halt_button.setIcon(self._icons["pop"])
        self.loop_button.setIcon(self._icons["loop"])
        self.canvas_button.setIcon(self._icons["film"])


def _button(tip: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIconSize(QSize(18, 18))
    button.setToolTip(tip)
    return button
