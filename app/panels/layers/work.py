"""The chosen layer, and what is done with it: for the panel, the menu and the pen alike."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.document.document import Document
from app.document.edits import Edit
from app.document.layer import OWN_KINDS, BlendMode, Layer, LayerKind
from app.document.painting.edits import (
    AddPaintLayer,
    MergeDown,
    RemovePaintLayer,
    RenameLayer,
    SetAlphaLock,
    SetLayerBlend,
    SetRegionClip,
    new_paint_layer,
    paint_layer_below,
    place_above,
)
from app.document.painting.grouping import GroupLayer, MergeGroup, MoveLayer, Spot, Ungroup, step
from app.errors import TintlineError
from app.session import Session
from models.budget import BudgetError

FIRST = "colour"
"""The layer that is chosen where nobody chose one."""


def shown_name(layer: Layer) -> str:
    """The artist's own name of a layer, or the window's in the language spoken."""
    is_own = layer.kind in OWN_KINDS
    return layer.name if is_own else QCoreApplication.translate("Layers", layer.name)


class LayerWork(QObject):
    """Knows which layer is chosen, and works on that one alone.

    Signals
    chosen         the id of another layer that is chosen, empty for none.
    rename_wanted  the artist wants to type another name.
    """

    chosen = Signal(str)
    rename_wanted = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._layer_id = FIRST
        self._below: tuple[str, ...] = ()
        session.document_changed.connect(self._take_document)

    @property
    def layer(self) -> Layer | None:
        """The chosen layer."""
        document = self._session.document
        layers = document.layers if document is not None else ()
        return next((layer for layer in layers if layer.id == self._layer_id), None)

    @property
    def paint_layer(self) -> Layer | None:
        """The same, if it is one of the artist's own to paint on."""
        layer = self.layer
        return layer if layer is not None and layer.kind is LayerKind.PAINT else None

    @property
    def own_layer(self) -> Layer | None:
        """The same, or a group."""
        layer = self.layer
        return layer if layer is not None and layer.kind in OWN_KINDS else None

    @property
    def why_kept(self) -> str:
        """Why nothing can be taken away from the chosen layer; empty if it can."""
        document, layer = self._session.document, self.layer
        if document is None or layer is None:
            return ""
        if not document.is_seen(layer):
            reason = self.tr("{layer} is hidden: show it to take something away.")
        elif layer.locks_alpha:
            reason = self.tr("The alpha of {layer} is locked: unlock it to take paint away.")
        else:
            return ""
        return reason.format(layer=shown_name(layer))

    @property
    def below(self) -> Layer | None:
        """The layer that the chosen one can be merged with: both are painted and shown."""
        document, layer = self._session.document, self.paint_layer
        if document is None or layer is None or not layer.visible:
            return None
        below = paint_layer_below(document, layer.id)
        return below if below is not None and below.visible else None

    def choose(self, layer_id: str) -> None:
        """Work on another layer."""
        document = self._session.document
        if document is not None:
            below = document.layers[: document.index_of(layer_id)]
            self._below = tuple(layer.id for layer in below[::-1])
        if layer_id != self._layer_id:
            self._layer_id = layer_id
            self.chosen.emit(layer_id)

    def add(self) -> None:
        """Put a new layer to paint on above the chosen one, and choose it."""
        document, layer = self._session.document, self.layer
        if document is None:
            return
        new = new_paint_layer(document)
        above = layer.id if layer is not None else document.layers[-1].id
        if self._apply(AddPaintLayer(new, place_above(document, above))):
            self.choose(new.id)

    def remove(self) -> None:
        """Delete the chosen paint layer, or the group with what is in it."""
        if (layer := self.own_layer) is not None:
            self._apply(RemovePaintLayer(layer.id, layer.name))

    def group(self) -> None:
        """Put the chosen paint layer or group into a new group, for others to be dragged in."""
        if (layer := self.own_layer) is not None:
            self._apply(GroupLayer(layer.id))

    def ungroup(self) -> None:
        """Let the layers of the chosen group, or of the chosen layer's, lie by themselves."""
        layer = self.own_layer
        if layer is not None and (layer.group or layer.kind is LayerKind.GROUP):
            self._apply(Ungroup(layer.id if layer.kind is LayerKind.GROUP else layer.group))

    def move(self, layer_id: str, spot: Spot) -> None:
        """Put a layer, or a group with what is in it, elsewhere."""
        self._apply(MoveLayer(layer_id, spot.index, spot.group))

    def step(self, rows: int) -> None:
        """Move the chosen layer so many rows down, into groups and out of them."""
        layer, spot = self.layer, self._spot(rows)
        if layer is not None and spot is not None:
            self.move(layer.id, spot)

    def can_step(self, rows: int) -> bool:
        """Whether there is where to move."""
        return self._spot(rows) is not None

    def _spot(self, rows: int) -> Spot | None:
        document, layer = self._session.document, self.layer
        if document is None or layer is None:
            return None
        return step(document.layers, layer.id, rows)

    def merge_down(self) -> None:
        """Make one of the chosen paint layer and the one below it, or of a group; choose that."""
        layer, below = self.paint_layer, self.below
        group = self.layer
        if group is not None and group.kind is LayerKind.GROUP:
            self._apply(MergeGroup(group.id))
        if layer is not None and below is not None and self._apply(MergeDown(layer.id)):
            self.choose(below.id)

    def ask_name(self) -> None:
        """Let the artist type another name."""
        if self.own_layer is not None:
            self.rename_wanted.emit()

    def rename(self, name: str) -> None:
        """Call the chosen paint layer or group something else."""
        if (layer := self.own_layer) is not None:
            self._apply(RenameLayer(layer.id, name))

    def set_blend(self, blend: BlendMode) -> None:
        """Let the chosen paint layer or group join what lies below it another way."""
        if (layer := self.own_layer) is not None:
            self._apply(SetLayerBlend(layer.id, blend))

    def set_alpha_lock(self, is_locked: bool) -> None:
        """Let paint change colours alone, or opacity too."""
        if (layer := self.paint_layer) is not None:
            self._apply(SetAlphaLock(layer.id, is_locked))

    def set_region_clip(self, is_clipped: bool) -> None:
        """Keep strokes in the region that they begin in, or not."""
        if (layer := self.paint_layer) is not None:
            self._apply(SetRegionClip(layer.id, is_clipped))

    def _apply(self, edit: Edit) -> bool:
        try:
            self._session.apply(edit)
        except (TintlineError, BudgetError) as error:
            self._session.report(str(error))
            return False
        return True

    def _take_document(self, document: Document) -> None:
        """Where the chosen layer went, the nearest that lay below it and is left is chosen."""
        ids = [layer.id for layer in document.layers]
        if self._layer_id in ids:
            self._below = tuple(ids[: ids.index(self._layer_id)][::-1])
        elif ids:
            self.choose(next((each for each in self._below if each in ids), ids[0]))
