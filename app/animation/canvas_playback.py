"""Playback of a cut on the canvas: the panel's player, in the picture's own place."""

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QObject

from app.animation.frame_canvas import FrameCanvas
from app.animation.pictures import film_bytes, read_film
from app.background import BackgroundWorker
from app.batch.plan import BatchPlan
from app.canvas.canvas_widget import CanvasWidget
from app.canvas.film import FilmPicture, FilmScreen
from app.panels.batch.onion_button import OnionChoice
from app.panels.batch.panel import BatchPanel
from app.panels.batch.player import AHEAD, Shot

KEPT_BYTES = 256 << 20
"""Of decoded frames; those that were shown longest ago go first."""


class OpenCut(Protocol):
    """The cut whose frames are opened in the canvas."""

    frame_canvas: FrameCanvas

    @property
    def plan(self) -> BatchPlan | None:
        """What its frames are coloured by, None while that is not known."""

    def open_frame(self, row: int) -> None:
        """Show a frame in the canvas."""

    def redo_corrected(self) -> None:
        """Let the frames follow what was corrected in others."""


class CanvasPlayback(QObject):
    """Shows the player's frame over the canvas while it plays there.

    Frames are read on another thread, those next ahead; one that is not read yet leaves the last
    one in place. Where it stops its frame is opened, if one of the cut was open before.
    """

    def __init__(
        self,
        canvas: CanvasWidget,
        panel: BatchPanel,
        frames: BackgroundWorker,
        cut: "OpenCut",
    ) -> None:
        super().__init__(panel)
        self.screen = FilmScreen(canvas)
        self._panel = panel
        self._player = panel.player
        self._frames = frames
        self._cut = cut
        self._kept: OrderedDict[Shot, FilmPicture] = OrderedDict()
        self._unreadable: set[Shot] = set()
        self._is_busy = False
        self._generation = 0
        self._onion: OnionChoice | None = None
        player = self._player
        player.canvas_button.toggled.connect(self._switch)
        player.playback.moved.connect(lambda _: self._show())
        player.playback.playing.connect(self._take_playing)
        player.images_renewed.connect(self.forget)
        self.screen.touched.connect(self._stand_still)
        panel.onion_chosen.connect(self.set_onion)
        panel.onion_chosen.connect(cut.frame_canvas.show_onion)
        cut.frame_canvas.row_changed.connect(lambda _: self.end())
        cut.frame_canvas.failed.connect(lambda _: self._end_if_still())

    @property
    def kept_bytes(self) -> int:
        """Memory that decoded frames take."""
        return sum(map(film_bytes, self._kept.values()))

    @property
    def _room(self) -> int:
        """Frames ahead for which there is memory."""
        each = self.kept_bytes / len(self._kept) if self._kept else 0.0
        return max(1, min(AHEAD, int(KEPT_BYTES / each))) if each else AHEAD

    @property
    def is_on(self) -> bool:
        """Whether the animation plays on the canvas, or would."""
        return self._player.canvas_button.isChecked()

    def set_onion(self, choice: OnionChoice | None) -> None:
        """Let neighbours shine through, or none."""
        if choice != self._onion:
            self._onion = choice
            self.forget(None)

    def toggle(self) -> None:
        """Play on the canvas, or stand still there."""
        if not self.is_on:
            self._player.playback.stop()
            self._player.canvas_button.setChecked(True)
        self._player.toggle()

    def step(self, by: int) -> None:
        """The next frame or the one before, and on the canvas too if one is open there."""
        self._player.step(by)
        if self._cut.frame_canvas.row >= 0 and self._player.row >= 0:
            self._cut.open_frame(self._player.row)

    def forget(self, rows: tuple[int, ...] | None) -> None:
        """Frames that are out of date; None: all."""
        self._generation += 1
        if rows is None:
            self._kept.clear()
            self._unreadable.clear()
        for shot in (*self._kept, *self._unreadable):
            if not set(rows or ()).isdisjoint(shot):
                self._kept.pop(shot, None)
                self._unreadable.discard(shot)
        self._want()

    def end(self) -> None:
        """Show the canvas itself."""
        self.screen.show_picture(None)

    def _stand_still(self) -> None:
        """Stop, or where it stands already, show the canvas: its frame could not be opened."""
        self._end_if_still()
        self._player.playback.stop()

    def _end_if_still(self) -> None:
        if not self._player.playback.is_playing:
            self.end()

    def _switch(self, is_on: bool) -> None:
        self._player.plays_elsewhere = is_on
        if not is_on:
            self.end()
        self._want()

    def _take_playing(self, is_playing: bool) -> None:
        if not self.is_on:
            return
        if is_playing:
            self._show()
        elif self.screen.picture is not None:
            self._open_still(self._player.row)

    def _open_still(self, row: int) -> None:
        is_open = self._cut.frame_canvas.row
        if is_open < 0 or row == is_open:
            self.end()
        if is_open >= 0 and row >= 0:
            self._cut.open_frame(row)

    def _show(self) -> None:
        shot = self._player.shot
        if not self.is_on or not self._player.playback.is_playing:
            return
        picture = self._kept.get(shot)
        if picture is not None:
            self._kept.move_to_end(shot)
            self.screen.show_picture(picture)
        self._want()

    def _want(self) -> None:
        """Read the next frame ahead that is not there, if none is being read."""
        plan = self._cut.plan
        if self._is_busy or plan is None or not self.is_on:
            return
        wanted = (
            shot
            for shot in self._player.shots_ahead(self._room)
            if shot not in self._kept and shot not in self._unreadable
        )
        shot = next(wanted, None)
        if shot is None:
            return
        generation, onion = self._generation, self._onion
        self._is_busy = True
        self._frames.run(
            self.tr("Reading frames…"),
            lambda: read_film(plan, shot, onion),
            done=lambda picture: self._take(generation, shot, picture),
            failed=lambda _error: self._take(generation, shot, None),
        )

    def _take(self, generation: int, shot: Shot, picture: FilmPicture | None) -> None:
        self._is_busy = False
        if generation != self._generation:
            pass  # of another cut, or out of date
        elif picture is None:
            self._unreadable.add(shot)
        else:
            self._kept[shot] = picture
            ahead = self._player.shots_ahead(self._room)
            for past in [each for each in self._kept if each not in ahead]:
                if self.kept_bytes > KEPT_BYTES:
                    del self._kept[past]
            if shot == self._player.shot:
                self._show()
        self._want()
