"""Paint layers in the project file: each as a PNG no larger than what is painted on it."""

from collections.abc import Callable

from app.document.document import Document
from app.document.layer import Layer, LayerKind, groups_around
from app.document.painting.painting import Painting
from models.arrays import U8Array
from models.files.documents import Value
from models.geometry import Rect, Size

SUBGROUP = "subgroup"
"""The kind of a group within another, in the file."""


def _member(document: Document, layer_id: str) -> str:
    return f"paint/{document.index_of(layer_id)}.png"


def group_to_json(document: Document, layer: Layer) -> dict[str, object]:
    """The groups that a layer lies in, and its kind.

    Readers that know no groups pass those over, and take their layers by themselves; readers that
    know none within others pass over the inner ones, and take all in the outermost.
    """
    around = groups_around(document.layers, layer)
    kind = SUBGROUP if around and layer.kind is LayerKind.GROUP else layer.kind.value
    told: dict[str, object] = {"kind": kind}
    if around:
        told["group"] = around[-1].id
    if len(around) > 1:
        told["within"] = layer.group
    return told


def kind_and_group(entry: Value) -> tuple[LayerKind | None, str]:
    """The kind of a layer, None for one that this version does not know, and its group's id."""
    kind = entry.field("kind").text()
    kind = LayerKind.GROUP.value if kind == SUBGROUP else kind
    group = entry.get("within") or entry.get("group")
    return LayerKind(kind) if kind in set(LayerKind) else None, group.text() if group else ""


def paint_to_json(document: Document, layer: Layer) -> dict[str, object]:
    """What the project says of a layer because it is painted on; nothing of other layers."""
    if layer.kind is not LayerKind.PAINT:
        return {}
    ways: dict[str, object] = {
        "locks_alpha": layer.locks_alpha,
        "keeps_to_region": layer.keeps_to_region,
    }
    box = document.painting(layer.id).box
    if box.is_empty:
        return ways
    height, width = box.shape
    place = [box.left, box.top, width, height]
    return {"file": _member(document, layer.id), "box": place, **ways}


def write_paintings(document: Document, write_png: Callable[[str, U8Array], None]) -> None:
    """Write every painting by its member's name."""
    for layer_id, painting in document.paintings.items():
        box = painting.box
        if not box.is_empty:
            write_png(_member(document, layer_id), painting.pixels(box))


def read_painting(
    entry: Value, size: Size, read_png: Callable[[str, tuple[int, int]], U8Array]
) -> Painting:
    """What an entry of the layers says is painted. Raises ValueError if it leaves the picture."""
    member, place = entry.get("file"), entry.get("box")
    if member is None or place is None:
        return Painting(size)
    left, top, width, height = (side.whole() for side in place.items(4))
    box = Rect(left, top, left + width, top + height)
    if box.is_empty or box.clipped(size) != box:
        raise ValueError(f"{member.text()}: {box} does not lie in a picture of {size}")
    return Painting(size).written(box, read_png(member.text(), box.shape))
