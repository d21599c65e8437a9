"""Random actions over the whole window, then save, reopen and replay.

    python packaging/checks/window_actions.py [--actions 2000] [--seed 1] [--minutes 0]

Every action is made by events of mouse and keys, from a seed: those of the region tools, and hints,
tags, the palette, paint layers and their ways, selections, the clipboard, the light, how lines are
read, the view, the preferences, undo and redo. The saved project must read as the same document,
and the same actions on the same drawing must end in it again. Memory is what the process holds
after each tenth of the actions. Exit status 1 if documents differ, something failed in the window,
or memory grows by more than --growth MiB over the second half. With --minutes the first play takes
at least so long.
"""

import numpy as np
from region_actions import COLORS, CONTROL, KEYS, SHIFT, SIDE, act_on_regions, choose_color, main

# isort: split
from offscreen import LEFT, PLAIN, Hand
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.document.layer import BlendMode
from models.geometry import Size

WAYS = (
    ("regions", 8), ("hint", 4), ("move", 1), ("tag", 3), ("palette", 1), ("layer", 2),
    ("layer_way", 3), ("group", 3), ("paint", 6), ("rub", 2), ("select", 4), ("selection", 2),
    ("copy", 3),
    ("eye", 2), ("opacity", 2), ("light", 3), ("light_brush", 2), ("lines", 1), ("view", 4),
    ("preference", 2), ("undo", 8), ("redo", 4),
)  # fmt: skip
"""What is done, and how often against the others."""
MOST_LAYERS = 9
"""Of all kinds: beyond them layers are merged or deleted, so that memory stands still."""
VIEWS = (
    "zoom_in", "zoom_out", "fit", "actual_size", "rotate_left", "rotate_right", "rotate_reset",
    "mirror", "canvas_only", "compare", "mini_map", "pixel_grid", "show_hints", "leaks", "regions",
)  # fmt: skip
SELECTIONS = ("select_all", "select_none", "select_rest", "delete_paint")


class Player:
    """Makes random actions with a hand."""

    def __init__(self, hand: Hand, random: np.random.Generator) -> None:
        self._hand, self._random = hand, random
        self._window = hand.window

    def act(self) -> None:
        """One random action, to its end."""
        hand = self._hand
        self._window.canvas.fit()
        names, shares = zip(*WAYS)
        way = str(self._random.choice(names, p=np.array(shares) / sum(shares)))
        if way in ("undo", "redo"):
            hand.key(KEYS.Key_Z if way == "undo" else KEYS.Key_Y, CONTROL)
        else:
            getattr(self, f"_{way}")()
        hand.settle()

    def _below(self, count: int) -> int:
        return int(self._random.integers(count))

    def _points(self, count: int) -> list[tuple[float, float]]:
        return [(float(x), float(y)) for x, y in self._random.uniform(2, SIDE - 2, (count, 2))]

    def _press(self, button: QAbstractButton) -> None:
        """A click, if an artist could click there."""
        if button.isEnabled() and button.isVisible():
            self._hand.click(button)

    def _trigger(self, name: str) -> None:
        if self._window.commands[name].isEnabled():
            self._window.commands[name].trigger()

    def _choose_layer(self, *, is_own: bool) -> bool:
        """A layer's row by a click; False where there is none."""
        rows = self._window.layers_panel.list
        names = [layer.id for layer in self._hand.document.layers]
        own = [name for name in names if name in self._hand.document.paintings or not is_own]
        chosen = own[self._below(len(own))] if own else ""
        if not own:
            return False
        item = rows.item(len(names) - 1 - names.index(chosen))
        rows.scrollToItem(item)
        at = rows.visualItemRect(item).center()
        QTest.mouseClick(rows.viewport(), LEFT, PLAIN, at)
        return True

    # What is done

    def _regions(self) -> None:
        act_on_regions(self._hand, self._random)

    def _hint(self) -> None:
        self._choose_layer(is_own=False)
        choose_color(self._hand, COLORS[self._below(len(COLORS))])
        self._hand.key((KEYS.Key_P, KEYS.Key_B, KEYS.Key_F)[self._below(3)])
        self._hand.drag(*self._points(1 + self._below(3)))

    def _move(self) -> None:
        points = [(hint.x, hint.y) for hint in self._hand.document.hints if hasattr(hint, "x")]
        if points:
            self._hand.key(KEYS.Key_V)
            self._hand.drag(points[self._below(len(points))], *self._points(1))

    def _tag(self) -> None:
        groups = self._window.tags_panel.groups
        chips = list(groups[self._below(len(groups))].chips.values())
        self._window._docks.docks["tags"].raise_()
        self._hand.settle()
        self._press(chips[self._below(len(chips))])

    def _palette(self) -> None:
        choose_color(self._hand, COLORS[self._below(len(COLORS))])
        self._trigger("palette_add")

    def _layer(self) -> None:
        bar = self._window.layers_panel.bar
        if len(self._hand.document.layers) < MOST_LAYERS:
            self._choose_layer(is_own=False)
            self._press(bar.add)
        elif self._choose_layer(is_own=True):
            self._press((bar.merge, bar.remove)[self._below(2)])

    def _layer_way(self) -> None:
        bar = self._window.layers_panel.bar
        if self._choose_layer(is_own=True):
            self._press((bar.lock, bar.clip)[self._below(2)])
            blend = self._below(len(BlendMode))
            bar.blend.setCurrentIndex(blend)
            bar.blend.activated.emit(blend)

    def _group(self) -> None:
        """Into a group, out of it, a row up or down."""
        if self._choose_layer(is_own=True):
            panel, way = self._window.layers_panel, self._below(3)
            if way == 0:
                self._press(panel.bar.group)
            else:
                key = (KEYS.Key_Up, KEYS.Key_Down)[way - 1]
                QTest.keyClick(panel.list, key, Qt.KeyboardModifier.AltModifier)

    def _paint(self) -> None:
        if self._choose_layer(is_own=True):
            bar = self._window.central.paint_bar
            self._hand.key(KEYS.Key_B)
            for slider in (bar.hardness, bar.opacity):
                slider.setValue(1 + self._below(100))
            self._hand.key((KEYS.Key_BracketLeft, KEYS.Key_BracketRight)[self._below(2)])
            choose_color(self._hand, COLORS[self._below(len(COLORS))])
            self._hand.drag(*self._points(2 + self._below(4)))

    def _rub(self) -> None:
        if self._choose_layer(is_own=True):
            self._hand.key(KEYS.Key_E)
            self._hand.drag(*self._points(3))

    def _select(self) -> None:
        bar = self._window.painting.select_bar
        self._hand.key(KEYS.Key_A)
        for buttons in (bar.kinds, bar.joinings):
            self._press(list(buttons.values())[self._below(len(buttons))])
        self._hand.drag(*self._points((1, 5)[self._below(2)]))

    def _selection(self) -> None:
        self._trigger(SELECTIONS[self._below(len(SELECTIONS))])

    def _copy(self) -> None:
        self._choose_layer(is_own=self._below(2) == 0)
        self._trigger(("cut", "copy")[self._below(2)])
        if len(self._hand.document.layers) < MOST_LAYERS and len(self._hand.document.hints) < 60:
            self._trigger("paste")
            self._hand.settle()
            self._hand.key((KEYS.Key_Return, KEYS.Key_Escape)[self._below(2)])

    def _eye(self) -> None:
        layers = self._hand.document.layers
        self._press(self._window.layers_panel.row(layers[self._below(len(layers))].id).eye)

    def _opacity(self) -> None:
        self._choose_layer(is_own=False)
        opacity = self._window.layers_panel.opacity
        if opacity.isEnabled():
            opacity.setValue(self._below(101))
            opacity.sliderReleased.emit()

    def _light(self) -> None:
        panel = self._window.light_panel
        self._window._docks.docks["light"].raise_()
        self._hand.settle()
        self._press((*panel.presets.values(), panel.switch)[self._below(len(panel.presets) + 1)])
        if panel.dial.isEnabled():
            panel.dial.setValue(self._below(360))
            panel.dial.sliderReleased.emit()

    def _light_brush(self) -> None:
        self._hand.key(KEYS.Key_S)
        self._hand.drag(*self._points(2))

    def _lines(self) -> None:
        self._window.lines.clean.trigger()

    def _view(self) -> None:
        self._trigger(VIEWS[self._below(len(VIEWS))])
        shown = Size(self._window.canvas.height(), self._window.canvas.width())
        middle = shown.width / 2, shown.height / 2
        self._hand.drag(self._window.canvas.viewport.to_image(*middle), modifier=SHIFT)
        if self._window.commands["canvas_only"].isChecked():
            self._trigger("canvas_only")

    def _preference(self) -> None:
        dialog = self._window.preferences.show()
        page = dialog.pages[0]
        dialog.list.setCurrentRow(0)
        page.theme.setCurrentIndex(self._below(3))
        page.theme.activated.emit(page.theme.currentIndex())
        page.undo_steps.setValue(page.undo_steps.minimum() + 10 * self._below(6))
        page.keep_after.setValue(page.keep_after.minimum() + 5 * self._below(4))
        self._press(page.lit)
        dialog.reject()
        self._window.activateWindow()


def act_on_window(hand: Hand, random: np.random.Generator) -> None:
    """One random action, to its end."""
    Player(hand, random).act()


if __name__ == "__main__":
    raise SystemExit(main(act_on_window, __doc__))
