"""The menu of a swatch: paint with it, change it, its tones, merge it, remove it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from app.panels.swatches.swatch_list import ShownSwatch
from app.panels.widgets.swatch import color_icon
from models.hints.tags import Rgb, format_color
from models.lighting.light import OwnTones

MOST_LISTED = 24
TONES = (("Highlight", "highlight"), ("Shade 1", "shade"), ("Shade 2", "deep"))


@dataclass(frozen=True, slots=True)
class SwatchCommands:
    """What the menu does; each with the swatch that it stands over.

    give  the tones that it shall have of its own.
    ask   for a colour of one of its tones, by the tone's name.
    """

    paint: Callable[[ShownSwatch], object]
    change: Callable[[ShownSwatch], object]
    exchange: Callable[[ShownSwatch], object]
    merge: Callable[[ShownSwatch, ShownSwatch], object]
    give: Callable[[ShownSwatch, OwnTones], object]
    ask: Callable[[ShownSwatch, str], object]
    remove: Callable[[ShownSwatch], object]


def fill_menu(
    menu: QMenu,
    swatch: ShownSwatch,
    others: Sequence[ShownSwatch],
    brush: Rgb,
    do: SwatchCommands,
) -> None:
    """Add what can be done with a swatch. others: those that it can be merged into."""
    name = swatch.title or format_color(swatch.color)
    menu.addAction(_tr("Paint with {color}").format(color=name)).triggered.connect(
        lambda: do.paint(swatch)
    )
    menu.addAction(_tr("Change colour…")).triggered.connect(lambda: do.change(swatch))
    by = _tr("Replace by {color} everywhere").format(color=format_color(brush))
    replacing = menu.addAction(by)
    replacing.triggered.connect(lambda: do.exchange(swatch))
    replacing.setEnabled(swatch.color != brush)
    _add_tones(menu, swatch, brush, do)
    merging = menu.addMenu(_tr("Merge into"))
    merging.setEnabled(bool(others))
    for other in others[:MOST_LISTED]:
        action = merging.addAction(
            color_icon(other.color), other.title or format_color(other.color)
        )
        action.triggered.connect(lambda _=False, into=other: do.merge(swatch, into))
    menu.addAction(_tr("Remove swatch")).triggered.connect(lambda: do.remove(swatch))
    menu.addSeparator()


def _add_tones(menu: QMenu, swatch: ShownSwatch, brush: Rgb, do: SwatchCommands) -> None:
    tones = menu.addMenu(_tr("Tones"))
    for title, name in TONES:
        own: Rgb | None = getattr(swatch.tones, name)
        said = _tr("derived") if own is None else format_color(own)
        of_tone = tones.addMenu(f"{_tr(title)}: {said}")
        if own is not None:
            of_tone.setIcon(color_icon(own))
        to_brush = _tr("The brush's colour {color}").format(color=format_color(brush))
        for text, color in ((to_brush, brush), (_tr("Derived by the light"), None)):
            action = of_tone.addAction(text)
            changed = replace(swatch.tones, **{name: color})
            action.setEnabled(own != color)
            action.triggered.connect(lambda _=False, given=changed: do.give(swatch, given))
        asking = of_tone.addAction(_tr("Choose…"))
        asking.triggered.connect(lambda _=False, tone=name: do.ask(swatch, tone))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Swatches", text)
