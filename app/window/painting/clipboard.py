"""Copy, cut and paste: pixels as pictures for every program, hints as hints for this one."""

import json
from functools import partial

from PySide6.QtCore import QByteArray, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.painting.placing import Placing
from app.document.document import Document
from app.document.layer import OWN_KINDS, Layer, LayerKind
from app.document.painting.grouping import merged_group
from app.document.selecting.edits import ChangeHints, ClearSelected
from app.languages.said import said
from app.panels.layers.work import LayerWork, shown_name
from app.qimage import image_from_rgba, rgba_from_image
from app.session import Session
from app.window.painting.placing import PlaceControl, middle_of_view
from app.window.regions.places import RegionPlaces
from models.budget import BudgetError, check_size
from models.files.documents import MAX_LONG_BYTES, parse_json
from models.geometry import Rect
from models.hints.hint_files import hints_from_json, hints_to_json
from models.hints.hints import Hint, HintSet

HINTS_FORMAT = "application/x-tintline-hints+json"
PLACE_FORMAT = "application/x-tintline-place"
"""Column and row of the copied pixels' corner, so that they are pasted where they were."""


class ClipboardControl(QObject):
    """Copies what is selected of the chosen layer or group, all of it without a selection.

    Signals
    warned  why nothing was copied, cut or pasted.
    """

    warned = Signal(str)

    def __init__(
        self,
        session: Session,
        canvas: CanvasWidget,
        work: LayerWork,
        placer: PlaceControl,
        places: RegionPlaces,
    ) -> None:
        super().__init__(canvas)
        self._session, self._canvas, self._work, self._placer = session, canvas, work, placer
        self._places = places

    def copy(self) -> bool:
        """Put the chosen layer's pixels, or hints, on the clipboard; False if there are none."""
        document, layer = self._session.document, self._work.layer
        if document is None or layer is None:
            return False
        if layer.kind is LayerKind.HINTS:
            content = self._copied_hints(document)
        else:
            content = self._copied_pixels(document, layer)
        if content is None:
            text = self.tr("There is nothing to copy on {layer} in the selection.")
            self.warned.emit(text.format(layer=shown_name(layer)))
            return False
        QGuiApplication.clipboard().setMimeData(content)
        return True

    def cut(self) -> None:
        """Copy, and take away what was copied: paint or hints, nothing else."""
        if (layer := self._work.layer) is not None:
            self._places.finder.in_turn(partial(self._cut, layer.id))

    def _cut(self, layer_id: str) -> None:
        document, layer = self._session.document, self._work.layer
        if document is None or layer is None or layer.id != layer_id:
            return
        is_cut = layer.kind in (LayerKind.PAINT, LayerKind.HINTS)
        if is_cut and (reason := self._work.why_kept):
            self.warned.emit(reason)
            return
        if not self.copy():
            return
        if layer.kind is LayerKind.HINTS:
            taken = set(_selected_hints(document))
            rest = HintSet(tuple(hint for hint in document.hints if hint not in taken))
            self._session.apply(ChangeHints(rest, said("Cut hints")))
        elif layer.kind is LayerKind.PAINT:
            self._session.apply(ClearSelected(layer.id, said("Cut paint")))
        else:
            self.warned.emit(self.tr("Copied. Only paint and hints can be cut."))

    def paste(self) -> None:
        """Take hints from the clipboard, or place its picture."""
        document, content = self._session.document, QGuiApplication.clipboard().mimeData()
        if document is None:
            return
        try:
            if content is not None and content.hasFormat(HINTS_FORMAT):
                self._paste_hints(document, bytes(content.data(HINTS_FORMAT).data()))
            elif content is not None and content.hasImage():
                self._paste_picture(document, content)
            else:
                self.warned.emit(self.tr("The clipboard holds no picture and no hints."))
        except (BudgetError, ValueError) as error:
            self.warned.emit(str(error))

    # Hints

    def _copied_hints(self, document: Document) -> QMimeData | None:
        hints = _selected_hints(document)
        if not hints:
            return None
        shown = document.color_sets.hints(HintSet(hints))
        content = QMimeData()
        content.setData(HINTS_FORMAT, QByteArray(json.dumps(hints_to_json(shown)).encode()))
        return content

    def _paste_hints(self, document: Document, encoded: bytes) -> None:
        """Raises ValueError for what are no hints."""
        if len(encoded) > MAX_LONG_BYTES:
            raise ValueError(self.tr("The clipboard holds more hints than can be read."))
        read = hints_from_json(parse_json(encoded.decode(), "clipboard").content, "clipboard")
        document, hints = document.keyed(read)
        more = HintSet((*document.hints, *hints))
        self._session.apply(ChangeHints(more, said("Paste hints"), document.color_sets))

    # Pixels

    def _copied_pixels(self, document: Document, layer: Layer) -> QMimeData | None:
        is_group, selection = layer.kind is LayerKind.GROUP, document.selection
        painting = merged_group(document, layer) if is_group else document.painting(layer.id)
        own = self._session.pixels.get(layer.id) if self._session.pixels is not None else None
        box = painting.box if layer.kind in OWN_KINDS else Rect.of(document.size)
        box = box if selection is None else box.intersected(selection.box)
        if box.is_empty or (own is None and layer.kind not in OWN_KINDS):
            return None
        rgba_u8 = painting.pixels(box) if own is None else own[box.slices].copy()
        if selection is not None:
            rgba_u8[~selection.within(box)] = 0
        if not rgba_u8[..., 3].any():
            return None
        content = QMimeData()
        content.setImageData(image_from_rgba(rgba_u8))
        content.setData(PLACE_FORMAT, QByteArray(f"{box.left} {box.top}".encode()))
        return content

    def _paste_picture(self, document: Document, content: QMimeData) -> None:
        """Raises BudgetError for a picture that is too large, ValueError for none."""
        image = QImage(content.imageData())
        check_size(image.width(), image.height())
        rgba_u8 = rgba_from_image(image)
        place = bytes(content.data(PLACE_FORMAT).data()).split()
        placing = middle_of_view(self._canvas, rgba_u8)
        if len(place) == 2 and all(side.isdigit() and len(side) < 7 for side in place):
            left, top = (int(side) for side in place)
            height, width = rgba_u8.shape[:2]
            if left < document.size.width and top < document.size.height:
                placing = Placing(rgba_u8, left + width / 2, top + height / 2)
        self._placer.begin(placing)


def _selected_hints(document: Document) -> tuple[Hint, ...]:
    """The hints that have a point in the selection; all without one."""
    selection = document.selection
    if selection is None:
        return tuple(document.hints)
    mask = selection.within(selection.box)
    height, width = mask.shape

    def is_in(x: float, y: float) -> bool:
        column, row = int(x) - selection.left, int(y) - selection.top
        return 0 <= column < width and 0 <= row < height and bool(mask[row, column])

    return tuple(hint for hint in document.hints if any(is_in(*at) for at in hint.points))


def leave_picture() -> None:
    """Let Qt alone hold the picture that was copied, as the last thing before the program ends.

    Qt gives up the clipboard's content after Python has ended: what Python put there then crashes.
    Its place in the drawing goes, the picture stays for other programs.
    """
    clipboard = QGuiApplication.clipboard()
    content = clipboard.mimeData()
    if content is not None and content.hasFormat(PLACE_FORMAT):
        clipboard.setImage(clipboard.image())
