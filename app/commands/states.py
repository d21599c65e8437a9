"""Which commands can be used now, and in their tool tips why the others cannot."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.commands.actions import ActionSpec, describe_action
from app.document.layer import LayerKind
from app.languages.spoken import step_text
from app.panels.color_panel import ColorPanel
from app.panels.layers.work import LayerWork
from app.session import Session

RESTING_TOOL = ToolName.PAN
"""What the pen does in place of drawing hints that nobody would see."""
_PAINTERS = [f"tool_{name}" for name in (ToolName.BRUSH, ToolName.FILL, ToolName.LASSO)]
"""What makes paint, and no hints, while a paint layer is chosen."""


class HintGate:
    """Opens and closes the ways to make hints; hints that are there stay, and can be erased."""

    def __init__(
        self,
        table: Sequence[ActionSpec],
        commands: Mapping[str, QAction],
        canvas: CanvasWidget,
        color_panel: ColorPanel,
    ) -> None:
        self._makers = {spec.id: commands[spec.id] for spec in table if spec.makes_hints}
        self._rest = commands[f"tool_{RESTING_TOOL}"]
        self._canvas = canvas
        self._color_panel = color_panel
        self._reason = ""
        self._tool_before: str | None = None

    def bars(self, spec: ActionSpec) -> bool:
        """Whether a command is of no use with the present generator."""
        return self._is_vain(spec.id)

    def _is_vain(self, command: str) -> bool:
        paints = command in _PAINTERS and self._canvas.easel.layer is not None
        return bool(self._reason) and command in self._makers and not paints

    @property
    def reason(self) -> str:
        """Why hints are of no use; empty: they are of use."""
        return self._reason

    def set_reason(self, reason: str) -> None:
        """Say why hints are of no use; empty: they are of use. `settle` must follow."""
        self._reason = reason

    def settle(self) -> None:
        """Go by the generator and the layer that is painted on, once commands are as they are.

        A tool that makes hints in vain gives way to the hand, and comes back once it is of use
        again, if the hand is still chosen.
        """
        paints = self._canvas.easel.layer is not None
        self._color_panel.set_unavailable("" if paints else self._reason)
        chosen = f"tool_{self._canvas.tool_name}"
        if self._is_vain(chosen):
            self._tool_before = chosen
            self._rest.trigger()
        elif self._tool_before is not None and not self._is_vain(self._tool_before):
            before, self._tool_before = self._tool_before, None
            if self._canvas.tool_name is RESTING_TOOL:
                self._makers[before].trigger()


class CommandStates:
    """Enables and greys the window's commands after the session."""

    def __init__(
        self,
        table: Sequence[ActionSpec],
        commands: Mapping[str, QAction],
        session: Session,
        hint_gate: HintGate,
        layers: LayerWork,
    ) -> None:
        self._table = table
        self._commands = commands
        self._session = session
        self._hint_gate = hint_gate
        self._layers = layers
        layers.chosen.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Look at the session again."""
        for spec in self._table:
            reason = self._reason(spec)
            action = self._commands[spec.id]
            action.setEnabled(not reason)
            action.setToolTip(describe_action(action, reason))
        self._hint_gate.settle()
        history = self._session.history
        undo, redo = (history.undo_title, history.redo_title) if history else (None, None)
        undo_texts = _tr("&Undo"), _tr("&Undo {step}"), _tr("there is nothing to take back")
        redo_texts = _tr("&Redo"), _tr("&Redo {step}"), _tr("there is nothing to do again")
        self._name("undo", undo, *undo_texts)
        self._name("redo", redo, *redo_texts)

        document = self._session.document
        hints = document.layer_of(LayerKind.HINTS) if document else None
        self._commands["show_hints"].setChecked(hints is None or hints.visible)
        self._commands["light"].setChecked(document is not None and document.light is not None)
        painted = self._layers.paint_layer
        self._commands["layer_lock"].setChecked(painted is not None and painted.locks_alpha)
        self._commands["layer_clip"].setChecked(painted is not None and painted.keeps_to_region)

    def _reason(self, spec: ActionSpec) -> str:
        """Why a command cannot be used; empty if it can."""
        document = self._session.document
        if self._hint_gate.bars(spec):
            return self._hint_gate.reason
        if document is None:
            return _tr("open a drawing first") if spec.needs_document else ""
        if spec.id in ("clear_hints", "export_hints") and not document.hints.hints:
            return _tr("there are no hints")
        if spec.id == "clear_barriers" and not document.barriers:
            return _tr("there are no barriers")
        if spec.id == "clear_joins" and not document.joins:
            return _tr("no regions are joined")
        if spec.id == "clear_light" and not document.light_strokes:
            return _tr("no shade or light is painted")
        if spec.id == "clear_tags" and not document.tags.names:
            return _tr("there are no tags")
        if spec.menu == "layer" and spec.id != "layer_add":
            return self._layer_reason(spec.id)
        if spec.id in ("select_none", "select_rest") and document.selection is None:
            return _tr("nothing is selected")
        if spec.id == "delete_paint" and self._layers.paint_layer is None:
            return _tr("choose a paint layer first")
        if spec.id == "palette_save" and not document.palette.colors:
            return _tr("the palette has no swatches")
        return ""

    def _layer_reason(self, command: str) -> str:
        """The same of what is done with the chosen layer."""
        own = self._layers.own_layer
        is_group = own is not None and own.kind is LayerKind.GROUP
        if own is None or (is_group and command in ("layer_lock", "layer_clip")):
            return _tr("choose a paint layer first")
        if command == "layer_ungroup" and not is_group and not own.group:
            return _tr("choose a group first")
        if command == "layer_merge" and not is_group and self._layers.below is None:
            return _tr("no visible paint layer lies right below")
        return ""

    def _name(self, command: str, title: str | None, verb: str, form: str, reason: str) -> None:
        """Undo and redo say what they take back and do again: by a verb, and a form with a step."""
        action = self._commands[command]
        text = verb
        if title:
            step = step_text(title)
            step = step.lower() if step == title else step  # English has it within a sentence
            text = form.format(step=step.replace("&", "&&"))
        action.setText(text)
        if self._session.document is not None:
            action.setEnabled(title is not None)
            action.setToolTip(describe_action(action, "" if title else reason))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
