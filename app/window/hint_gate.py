"""Greys what makes hints while the generator takes none, and says why."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction

from app.canvas.canvas_widget import CanvasWidget
from app.canvas.tools import ToolName
from app.commands.actions import ActionSpec, describe_action
from app.panels.colour_panel import ColourPanel

RESTING_TOOL = ToolName.PAN
"""What the pen does in place of drawing hints that nobody would see."""


class HintGate:
    """Opens and closes the ways to make hints; hints that are there stay, and can be erased."""

    def __init__(
        self,
        table: Sequence[ActionSpec],
        commands: Mapping[str, QAction],
        canvas: CanvasWidget,
        colour_panel: ColourPanel,
    ) -> None:
        self._makers = {spec.id: commands[spec.id] for spec in table if spec.makes_hints}
        self._rest = commands[f"tool_{RESTING_TOOL}"]
        self._canvas = canvas
        self._colour_panel = colour_panel
        self._reason = ""
        self._tool_before: QAction | None = None

    def bars(self, spec: ActionSpec) -> bool:
        """Whether a command is of no use with the present generator."""
        return bool(self._reason) and spec.id in self._makers

    @property
    def reason(self) -> str:
        """Why hints are of no use; empty: they are of use."""
        return self._reason

    def set_reason(self, reason: str) -> None:
        """Say why hints are of no use; empty: they are of use.

        A tool that makes hints gives way to the hand, and comes back if that is still chosen.
        """
        self._reason = reason
        self._colour_panel.set_unavailable(reason)
        for action in self._makers.values():
            action.setEnabled(not reason)
            action.setToolTip(describe_action(action, reason))
        chosen = self._canvas.tool_name
        if reason:
            self._tool_before = self._makers.get(f"tool_{chosen}", self._tool_before)
            if f"tool_{chosen}" in self._makers:
                self._rest.trigger()
        elif self._tool_before is not None:
            if chosen is RESTING_TOOL:
                self._tool_before.trigger()
            self._tool_before = None
