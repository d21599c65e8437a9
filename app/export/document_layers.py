"""A document's layers as they are written to files."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from app.document.document import Document
from app.document.layer import BlendMode, Layer, LayerKind, members_of
from app.export.color_layers import layers_by_color
from app.export.coloring import COLOR_NAME, hint_rows, solid_where, tone_layers
from app.export.layers import ExportGroup, ExportLayer, ExportNode
from app.export.png import color_alpha, line_rows, sheet_alpha
from models.arrays import U8Array
from models.geometry import Rect
from models.lighting.layers import read_tones
from models.lighting.light import ShadeStyle
from models.rows import MadeRows, PixelRows, row_bands, with_alpha

TOLD_SHARE = 0.97
"""Share of a picture's pixels that have a tone of its light, at least: soft edges have none."""
_PARTS = (LayerKind.FLATS, LayerKind.SHADE, LayerKind.HIGHLIGHT)
_COLORED = (LayerKind.COLOR, *_PARTS)


@dataclass(frozen=True, slots=True, eq=False)
class DocumentLayers:
    """A document with its pixels, uint8 RGBA (H, W, 4) by layer id, read row by row.

    alpha  of the sheet, uint8 (H, W), which the colours take; None: they are opaque.
    """

    document: Document
    pixels: Mapping[str, U8Array]
    alpha: U8Array | None

    @classmethod
    def of(cls, document: Document, pixels: Mapping[str, U8Array]) -> "DocumentLayers":
        """With the alpha of its line layer, unless that is the ink itself."""
        line = document.layer_of(LayerKind.LINE)
        rgba_u8 = pixels.get(line.id) if line else None
        alpha = None if rgba_u8 is None else sheet_alpha(rgba_u8, document.line_kind)
        return cls(document, pixels, alpha)

    def alpha_of(self, color: U8Array) -> PixelRows | None:
        """The alpha that colours take, uint8 (H, W, 4), of which some may be left bare."""
        return color_alpha(self.alpha, color, self.document.hints)

    def plain(self) -> list[ExportNode]:
        """Every layer that has pixels, bottom to top, as the window shows them."""
        return [node for layer in self._outermost() if (node := self._node(layer)) is not None]

    def grouped(self, *, is_by_color: bool) -> list[ExportNode]:
        """The same with flats, shade and highlight in a group, and the hints as a hidden layer.

        The group stands in the place of the colour layer, whose picture it makes, and shows what
        the window shows. Without flats the colour layer stays.
        is_by_color  one layer a colour in the place of the flats.
        """
        flats = self._layer_with_pixels(LayerKind.FLATS)
        nodes: list[ExportNode] = []
        for layer in self._outermost():
            if layer.kind is LayerKind.HINTS:
                nodes += self._hints(layer)
            elif flats is None or layer.kind not in _COLORED:
                nodes += [node for node in [self._node(layer)] if node is not None]
            elif layer.kind is self._place_of_color():
                nodes.append(self._group(is_by_color=is_by_color))
        return nodes

    def _outermost(self) -> list[Layer]:
        """Layers and groups, without what lies in these."""
        return [layer for layer in self.document.layers if not layer.group]

    def flats(self) -> U8Array | None:
        """The flat colours, uint8 (H, W, 4); None without."""
        layer = self._layer_with_pixels(LayerKind.FLATS)
        return None if layer is None else self.pixels[layer.id]

    def _place_of_color(self) -> LayerKind:
        has_color = self.document.layer_of(LayerKind.COLOR) is not None
        return LayerKind.COLOR if has_color else LayerKind.FLATS

    def _layer_with_pixels(self, kind: LayerKind) -> Layer | None:
        layer = self.document.layer_of(kind)
        return layer if layer is not None and layer.id in self.pixels else None

    def _hints(self, layer: Layer) -> list[ExportNode]:
        document = self.document
        if not document.hints:
            return []
        rows = hint_rows(document.shown_hints, document.size)
        return [ExportLayer(name=layer.name, rgba_u8=rows, opacity=layer.opacity, visible=False)]

    def _node(self, layer: Layer) -> ExportNode | None:
        if layer.kind is LayerKind.GROUP:
            return self._grouped(layer)
        if layer.kind is LayerKind.PAINT:
            return self._painted(layer)
        rgba_u8 = self.pixels.get(layer.id)
        if rgba_u8 is None or layer.kind is LayerKind.HINTS:
            return None
        pixels: PixelRows = rgba_u8
        if layer.kind is LayerKind.LINE:
            pixels = line_rows(rgba_u8, self.document.lines, self.flats())
        if layer.kind in _COLORED and self.alpha is not None:
            soft = layer.kind in (LayerKind.COLOR, LayerKind.FLATS)
            alpha = self.alpha_of(rgba_u8) if soft else solid_where(self.alpha)
            pixels = with_alpha(rgba_u8, alpha)
        return ExportLayer(
            name=layer.name,
            rgba_u8=pixels,
            blend=layer.blend,
            opacity=layer.opacity,
            visible=layer.visible,
            is_lifted=layer.kind is LayerKind.LINE and self.document.lines.is_lifted,
        )

    def _grouped(self, layer: Layer) -> ExportGroup:
        """A group of what the artist painted, and of such groups."""
        members = members_of(self.document.layers, layer.id)
        return ExportGroup(
            name=layer.name,
            children=tuple(
                self._grouped(member) if member.kind is LayerKind.GROUP else self._painted(member)
                for member in members
            ),
            blend=layer.blend,
            opacity=layer.opacity,
            visible=layer.visible,
            is_painted=True,
        )

    def _painted(self, layer: Layer) -> ExportLayer:
        """What the artist painted, no larger than it is; an empty layer as one pixel of nothing."""
        painting = self.document.painting(layer.id)
        box = painting.box
        if box.is_empty:
            box = Rect(0, 0, 1, 1)

        def make(start: int, stop: int) -> U8Array:
            return painting.pixels(Rect(box.left, box.top + start, box.right, box.top + stop))

        return ExportLayer(
            name=layer.name,
            rgba_u8=MadeRows((*box.shape, 4), make),
            left=box.left,
            top=box.top,
            blend=layer.blend,
            opacity=layer.opacity,
            visible=layer.visible,
            is_painted=True,
        )

    def _group(self, *, is_by_color: bool) -> ExportGroup:
        color = self.document.layer_of(LayerKind.COLOR)
        parts = [part for kind in _PARTS if (part := self._layer_with_pixels(kind)) is not None]
        # Flats that are shown lie over the colour layer and take its place.
        is_apart = any(part.visible for part in parts if part.kind is LayerKind.FLATS)
        is_whole = color is not None and color.visible and not is_apart
        tones = self._tones()
        children: list[ExportNode] = []
        for part in parts:
            nodes: list[ExportNode] = [node for node in [self._node(part)] if node is not None]
            if is_by_color and part.kind is LayerKind.FLATS:
                named = layers_by_color(
                    self.pixels[part.id], alpha=self.alpha_of(self.pixels[part.id]), names={}
                )
                nodes = [ExportGroup(name=part.name, children=named)]
            elif part.kind is not LayerKind.FLATS and tones:
                nodes = [
                    replace(node, name=name.format(part.name)) for name, node in tones[part.kind]
                ]
            children += [
                replace(
                    node,
                    visible=is_whole or part.visible,
                    opacity=1.0 if is_whole else part.opacity,
                    clipped=part.kind is not LayerKind.FLATS,
                )
                for node in nodes
            ]
        return ExportGroup(
            name=color.name if color else COLOR_NAME,
            children=tuple(children),
            opacity=color.opacity if color is not None and is_whole else 1.0,
            visible=is_whole or any(part.visible for part in parts),
        )

    def _tones(self) -> dict[LayerKind, list[tuple[str, ExportLayer]]]:
        """A layer for each tone of the document's light, by the layer in whose place it stands.

        Each with its name, in which {} is that layer's. None where shade is soft, is not what the
        light makes, or is laid otherwise than a light is.
        """
        light = self.document.lit
        parts = [self._layer_with_pixels(kind) for kind in _PARTS]
        if light is None or light.style is ShadeStyle.SOFT:
            return {}
        planes = [self.pixels[part.id] for part in parts if part is not None]
        modes = [part.blend for part in parts[1:] if part is not None]
        if len(planes) < len(parts) or modes != [BlendMode.MULTIPLY, BlendMode.SCREEN]:
            return {}

        def read(rows: slice) -> tuple[U8Array, float]:
            flat, shade, highlight = (plane[rows][..., :3] for plane in planes)
            return read_tones(flat, shade, highlight, light)

        bands = list(row_bands(planes[0].shape))
        if np.mean([read(rows)[1] for rows in bands]) < TOLD_SHARE:
            return {}
        tones = MadeRows(planes[0].shape[:2], lambda start, stop: read(slice(start, stop))[0])
        *shades, bright = tone_layers(planes[0][..., :3], tones, light)
        names = [f"{{}} {number}" for number in range(1, len(shades) + 1)]
        return {
            LayerKind.SHADE: list(zip(names, shades, strict=True)),
            LayerKind.HIGHLIGHT: [("{}", bright)],
        }
