"""Reads small pictures of frames on the background thread, those in view first."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.background import BackgroundWorker
from app.batch.plan import BatchPlan
from app.batch.records import ResultFolder
from app.canvas.film import FilmPicture
from app.canvas.onion import AFTER, BEFORE, OnionSkin, tinted_lines
from app.cels.finishing import cut_frame
from app.panels.batch.filmstrip import MAX_THUMBNAIL_HEIGHT, Filmstrip
from app.panels.batch.onion_button import OnionChoice
from app.panels.batch.player import PICTURE_SIDE, Player, Shot
from app.panels.widgets.thumbnails import thumbnail_rgba
from app.qimage import image_from_rgba
from models.arrays import U8Array
from models.geometry import Size
from models.pictures.files import PictureError, read_picture

THUMBNAIL_SIDE = MAX_THUMBNAIL_HEIGHT
FILM_SIDE = 1200
"""Longer side at most of what plays on the canvas, so that some seconds of it fit into memory."""
FAINTER = 0.6
"""A neighbour's share of the strength of the one nearer by."""
ONION_SIDE = 1600
"""Neighbours shine through at this size at most; they are only guides."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A picture to read: the frame's row, and whether it is its drawing or the coloured one."""

    row: int
    is_colored: bool


class FramePictures(QObject):
    """Fills the filmstrip and the player; one picture is read at a time.

    So a file to open or save, and a batch to look through, never wait for more than one of them.
    """

    def __init__(
        self,
        background: BackgroundWorker,
        filmstrip: Filmstrip,
        player: Player,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._filmstrip = filmstrip
        self._player = player
        self._plan: BatchPlan | None = None
        self._generation = 0
        self._is_busy = False
        self._shown: dict[int, bool] = {}
        self._unreadable: set[_Wanted] = set()
        self._unreadable_shots: set[Shot] = set()
        self._for_player: tuple[Shot, ...] = ()
        filmstrip.view_moved.connect(self.go_on)
        player.images_wanted.connect(self._want_for_player)

    def show(self, plan: BatchPlan | None) -> None:
        """Show pictures of another cut."""
        self._plan = plan
        self._generation += 1
        self._shown.clear()
        self._unreadable.clear()
        self._unreadable_shots.clear()
        self._for_player = ()
        self._player.forget_images()
        self.go_on()

    def renew(self, rows: tuple[int, ...]) -> None:
        """The coloured pictures of these frames are new."""
        for row in rows:
            self._shown.pop(row, None)
            self._unreadable.discard(_Wanted(row, True))
        self._unreadable_shots.clear()
        self._player.forget_images(rows)
        self.go_on()

    def go_on(self) -> None:
        """Read the next picture that is wanted, if none is being read."""
        if self._is_busy or self._plan is None:
            return
        plan, generation = self._plan, self._generation
        if (wanted := self._next_thumbnail()) is not None:
            self._read(
                lambda: read_thumbnail(plan, wanted.row, is_colored=wanted.is_colored),
                lambda image: self._take_thumbnail(generation, wanted, image),
            )
        elif self._for_player:
            shot, self._for_player = self._for_player[0], self._for_player[1:]
            self._read(
                lambda: read_colored(plan, shot), lambda image: self._take(generation, shot, image)
            )

    def _next_thumbnail(self) -> _Wanted | None:
        frames = self._filmstrip.frames
        for row in self._filmstrip.visible_rows():
            is_colored = frames.item(row).state.is_colored
            wanted = _Wanted(row, is_colored)
            is_shown = frames.has_image(row) and self._shown.get(row) is is_colored
            if not is_shown and wanted not in self._unreadable:
                return wanted
        return None

    def _read(self, work: Callable[[], QImage], done: Callable[[QImage | None], None]) -> None:
        def take(image: QImage | None) -> None:
            self._is_busy = False
            done(image)
            self.go_on()

        self._is_busy = True
        name = self.tr("Reading frames…")
        self._background.run(name, work, done=take, failed=lambda _: take(None))

    def _take_thumbnail(self, generation: int, wanted: _Wanted, image: QImage | None) -> None:
        if generation != self._generation:
            return
        if image is None:
            self._unreadable.add(wanted)
            return
        self._shown[wanted.row] = wanted.is_colored
        frames = self._filmstrip.frames
        frames.set_image(wanted.row, image, is_colored=wanted.is_colored)

    def _want_for_player(self, shots: tuple[Shot, ...]) -> None:
        self._for_player = tuple(shot for shot in shots if shot not in self._unreadable_shots)
        self.go_on()

    def _take(self, generation: int, shot: Shot, image: QImage | None) -> None:
        if generation != self._generation:
            return
        if image is None:
            self._unreadable_shots.add(shot)
        else:
            self._player.put_image(shot, image)


def read_thumbnail(plan: BatchPlan, row: int, *, is_colored: bool) -> QImage:
    """A frame for the filmstrip: its coloured picture, or its drawing. Raises PictureError."""
    frame = plan.frames[row]
    if is_colored:
        small = ResultFolder(plan.out).thumbnail_path(frame.label)
        picture = read_picture(small if small.is_file() else plan.target(row))
    else:
        picture = read_picture(frame.source, page=frame.page)
    return image_from_rgba(
        thumbnail_rgba(picture.rgba_u8, width=THUMBNAIL_SIDE, height=THUMBNAIL_SIDE)
    )


def read_colored(plan: BatchPlan, shot: Shot) -> QImage:
    """A shot for the player, drawings where they are not coloured yet. Raises PictureError."""
    rgba_u8 = _read_newest(plan, shot)
    return image_from_rgba(thumbnail_rgba(rgba_u8, width=PICTURE_SIDE, height=PICTURE_SIDE))


def read_film(plan: BatchPlan, shot: Shot, onion: OnionChoice | None) -> FilmPicture:
    """A shot as it plays on the canvas: coloured, or its drawing where it is not yet.

    Raises PictureError.
    """
    rgba_u8 = _read_newest(plan, shot)
    whole = Size(*rgba_u8.shape[:2])
    small = whole.scaled_to(min(whole.long_side, FILM_SIDE))
    if small != whole:
        size = (small.width, small.height)
        rgba_u8 = np.asarray(cv2.resize(rgba_u8, size, interpolation=cv2.INTER_AREA), np.uint8)
    skins = read_onion(plan, shot[-1], onion, side=FILM_SIDE) if shot and onion else ()
    return FilmPicture(image_from_rgba(rgba_u8), whole, skins)


def _read_newest(plan: BatchPlan, shot: Shot) -> U8Array:
    """What a shot shows, uint8 RGBA (H, W, 4)."""
    if len(shot) == 1:
        target = plan.target(shot[0])
        picture = read_picture(target) if target.is_file() else plan.frames[shot[0]].read()
        return picture.rgba_u8
    size = plan.frames[shot[0] if shot else plan.selected[0]].size
    rgb_u8 = cut_frame(plan, shot, size, takes_drawings=True)
    return np.asarray(cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2RGBA), dtype=np.uint8)


def film_bytes(picture: FilmPicture) -> int:
    """Memory that a decoded frame takes, with its neighbours."""
    images = (picture.image, *(skin.image for skin in picture.skins))
    return sum(image.sizeInBytes() for image in images)


def read_onion(
    plan: BatchPlan, row: int, onion: OnionChoice, *, side: int = ONION_SIDE
) -> tuple[OnionSkin, ...]:
    """The drawings before and after a frame in its cut, tinted; those that cannot be read not.

    The farther one is, the fainter; the nearest lie on top. side  of theirs, at most, in pixels.
    """
    frame = plan.frames[row]
    steps = [(-by, BEFORE) for by in range(1, onion.before + 1)]
    steps += [(by, AFTER) for by in range(1, onion.after + 1)]
    skins = []
    for step, tint in sorted(steps, key=lambda each: -abs(each[0])):
        neighbour = row + step
        if not 0 <= neighbour < len(plan.frames) or plan.frames[neighbour].cut != frame.cut:
            continue
        try:
            line = plan.read_lines(plan.frames[neighbour].read()).line_art
        except PictureError:
            continue
        small = line.size.scaled_to(min(line.size.long_side, side))
        line_u8 = cv2.resize(line.pixels, (small.width, small.height), interpolation=cv2.INTER_AREA)
        tinted = tinted_lines(np.asarray(line_u8, dtype=np.uint8), tint)
        faint = onion.opacity * FAINTER ** (abs(step) - 1)
        skins.append(OnionSkin(tinted, line.size, faint))
    return tuple(skins)
