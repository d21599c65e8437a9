"""What the tour shows, step by step: where to look, what to do, and when it is done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.document.document import Document
from models.hints.tags import Rgb

CANVAS = "canvas"
"""The place of a step that points at the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a step goes by. exports: how many files were written since the tour began."""

    document: Document
    color: Rgb
    exports: int = 0

    @property
    def shown(self) -> frozenset[str]:
        """Which layers are visible."""
        return frozenset(layer.id for layer in self.document.layers if layer.visible)


Done = Callable[[Moment, Moment], bool]
"""Whether a step is done, by the moment at which it began and the present one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step.

    place    what the card points at: CANVAS, a panel's identifier, or that of a command with a
             button.
    text     in it stands {keys} for the first keys of `command`.
    keyless  the same where the command has no keys.
    """

    title: str
    text: str
    place: str
    is_done: Done
    command: str = ""
    keyless: str = ""

    def words(self, keys: str) -> str:
        """The text, with the keys of the step's command; empty: it has none."""
        return self.text.format(keys=keys) if keys or not self.command else self.keyless


def _has_more_hints(begun: Moment, now: Moment) -> bool:
    return len(now.document.hints) > len(begun.document.hints)


def all_steps() -> tuple[Step, ...]:
    """The steps in their order, in the language spoken."""
    return (
        Step(
            title=_tr("Say one colour"),
            text=_tr(
                "Draw a short stroke on the hair. Everything that belongs to it takes the colour."
            ),
            place=CANVAS,
            is_done=_has_more_hints,
        ),
        Step(
            title=_tr("Choose another"),
            text=_tr("Press another hue on the ring, then a tone in its middle."),
            place="colour",
            is_done=lambda begun, now: now.color != begun.color,
        ),
        Step(
            title=_tr("Say it where it is wrong"),
            text=_tr(
                "Draw on the clothes, or wherever you want that colour. A few strokes are enough."
            ),
            place=CANVAS,
            is_done=_has_more_hints,
        ),
        Step(
            title=_tr("Take it back"),
            text=_tr("{keys} takes the last step back. Nothing that you try is lost or final."),
            place="undo",
            command="undo",
            keyless=_tr(
                "This button takes the last step back. Nothing that you try is lost or final."
            ),
            is_done=lambda begun, now: len(now.document.hints) < len(begun.document.hints),
        ),
        Step(
            title=_tr("Or name colours"),
            text=_tr("Press a colour in this list: the hair, eyes or clothes take it by name."),
            place="tags",
            is_done=lambda begun, now: now.document.tags != begun.document.tags,
        ),
        Step(
            title=_tr("Turn the light"),
            text=_tr("Drag the sun around its ring. Shade and highlights follow it."),
            place="light",
            is_done=lambda begun, now: now.document.light != begun.document.light,
        ),
        Step(
            title=_tr("Look beneath"),
            text=_tr(
                "Lines, colours and hints are layers. Press an eye to hide one. Your drawing itself"
                " is never changed."
            ),
            place="layers",
            is_done=lambda begun, now: now.shown != begun.shown,
        ),
        Step(
            title=_tr("Take it home"),
            text=_tr(
                "This button writes a picture. The File menu writes PSD and OpenRaster with all"
                " layers for other programs. Then open a drawing of your own."
            ),
            place="export_png",
            is_done=lambda begun, now: now.exports > begun.exports,
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tour", text)
