"""The generator in use: chosen in its panel, and what follows from it everywhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.commands.states import CommandStates, HintGate
from app.files.actions import FileActions
from app.files.listings import Listings
from app.inference.worker import NO_REQUEST
from app.panels.generator_panel import GeneratorPanel
from app.panels.tags_panel import TagsPanel
from app.window.banner import Banner
from app.window.conditions import conditions_of
from app.window.parts import WindowParts
from app.window.status_line import StatusLine
from models.device import DeviceChoice
from models.runtime.catalog import CatalogEntry
from models.spec import GeneratorSpec


@dataclass(frozen=True, slots=True, eq=False)
class GeneratorViews:
    """What shows the generator, or goes by it. live  the command that turns live colour on."""

    panel: GeneratorPanel
    tags: TagsPanel
    status: StatusLine
    banner: Banner
    hint_gate: HintGate
    states: CommandStates
    live: QAction


class GeneratorControl(QObject):
    """Lets panels, status line and commands tell of one generator, and remembers what is chosen."""

    def __init__(
        self,
        parts: WindowParts,
        views: GeneratorViews,
        *,
        files: FileActions,
        listings: Listings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._views = views
        self._files = files
        self._listings = listings
        self._spec: GeneratorSpec | None = None
        panel, live = views.panel, views.live
        panel.live.setChecked(parts.live.is_live)
        panel.live_toggled.connect(live.setChecked)
        live.toggled.connect(panel.live.setChecked)
        live.toggled.connect(self._remember_live)
        panel.color_asked.connect(parts.live.request_now)
        panel.generator_chosen.connect(self._remember)
        listings.generators_found.connect(self._show_entries)
        parts.inference.generator_ready.connect(self._show)
        parts.inference.failed.connect(self._take_failure)
        parts.session.document_changed.connect(self._show_conditions)

    def _show_conditions(self) -> None:
        conditions = conditions_of(
            self._parts.session.document, self._spec, is_live=self._parts.live.is_live
        )
        self._views.status.show_conditions(conditions)
        self._files.conditions = conditions.text

    def _show_entries(self, entries: Sequence[CatalogEntry]) -> None:
        self._views.panel.set_entries(entries)
        problems = [entry.problem for entry in entries if entry.problem is not None]
        if problems and not any(entry.problem is None and entry.folder for entry in entries):
            rest = self.tr("Until then hints alone fill the picture.")
            self._views.banner.say(f"{problems[0]}. {rest}", "warning")

    def _show(self, spec: GeneratorSpec, device: DeviceChoice) -> None:
        views, self._spec = self._views, spec
        title = QCoreApplication.translate("Generators", spec.title)
        self._show_conditions()
        views.panel.show_device(spec, device)
        reason = self.tr("{title} takes no tags. Choose another generator to use them.")
        views.tags.set_unavailable("" if spec.takes_tags else reason.format(title=title))
        views.tags.offer(spec.tags if spec.takes_tags else None, title)
        reason = self.tr("{title} takes no hints. Choose another generator to use them.")
        views.hint_gate.set_reason("" if spec.takes_hints else reason.format(title=title))
        views.states.refresh()

    def _take_failure(self, request_id: int, _message: str) -> None:
        """A generator that could not be loaded is listed as unusable from now on."""
        if request_id == NO_REQUEST:
            self._remember("")
            self._listings.list_generators(check_digests=False)

    def _remember(self, name: str) -> None:
        """What was chosen last colours the drawings that are opened next."""
        self._parts.settings.generator = name

    def _remember_live(self, is_live: bool) -> None:
        self._parts.settings.is_live = is_live
        self._show_conditions()
