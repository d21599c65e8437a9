"""What, besides the hints, decides how the drawing is coloured: told where colour is asked for."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.document.document import Document
from models.hints.tags import format_color
from models.spec import GeneratorSpec

MOST_LISTED = 12
"""Colours of a locked palette that are listed."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """In a few words, and each in a line of its own."""

    text: str = ""
    details: str = ""


def conditions_of(
    document: Document | None, spec: GeneratorSpec | None, *, is_live: bool
) -> Conditions:
    """The generator, the tags that it takes, a palette lock, trace lines, and colouring by hand."""
    if document is None:
        return Conditions()
    texts, details = [], []
    if spec is not None:
        texts.append(QCoreApplication.translate("Generators", spec.title))
        details.append(_tr("Generator: {title}").format(title=texts[-1]))
    tags = [name.replace("_", " ") for name in document.tags.names]
    if tags and spec is not None and spec.takes_tags:
        texts.append(
            _tr("1 tag") if len(tags) == 1 else _tr("{count} tags").format(count=len(tags))
        )
        details.append(_tr("Tags: {names}").format(names=", ".join(tags)))
    if allowed := document.shown_palette.allowed:
        texts.append(_tr("locked to {count} colours").format(count=len(allowed)))
        listed = ", ".join(format_color(color) for color in allowed[:MOST_LISTED])
        more = " …" if len(allowed) > MOST_LISTED else ""
        details.append(_tr("Palette lock, no other colour: {colors}").format(colors=listed + more))
    if document.trace is not None:
        texts.append(_tr("trace lines"))
        details.append(_tr("Trace lines bound shade and highlights."))
    if not is_live:
        texts.append(_tr("live colour off"))
        details.append(_tr("Live colour is off: Colour now colours what has changed."))
    return Conditions(" · ".join(texts), "\n".join(details))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Conditions", text)
