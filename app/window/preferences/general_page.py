"""General preferences: theme, how work is kept, and how drawings begin and are written."""

from PySide6.QtWidgets import QCheckBox, QComboBox

from app.languages.spoken import LANGUAGES
from app.settings import Settings
from app.window.preferences.form import Page, check_box, number_box
from app.window.preferences.targets import PreferenceTargets, PreferenceValues


class GeneralPage(Page):
    """What concerns no device and no colour."""

    def __init__(self, to: PreferenceTargets, values: PreferenceValues) -> None:
        super().__init__(self.tr("General"))
        settings = values.settings
        self.theme = QComboBox()
        self.theme.setAccessibleName(self.tr("Theme"))
        for name, text in (
            ("", self.tr("As the system")),
            ("dark", self.tr("Dark")),
            ("light", self.tr("Light")),
        ):
            self.theme.addItem(text, name)
        self._show_theme(settings.theme)
        self.theme.activated.connect(lambda _: to.theme_menu.choose(self.theme.currentData()))
        to.theme_menu.chosen.connect(self._show_theme)
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.language.activated.connect(
            lambda _: setattr(settings, "language", self.language.currentData())
        )
        keep, undo = Settings.keep_after_s, Settings.undo_steps
        self.keep_after = number_box(
            settings.keep_after_s, keep.least, keep.most, unit=self.tr(" s"), step=5
        )
        self.keep_after.setAccessibleName(self.tr("Seconds until unsaved work is copied"))
        self.keep_after.valueChanged.connect(values.set_keep_after)
        self.undo_steps = number_box(settings.undo_steps, undo.least, undo.most, unit="", step=10)
        self.undo_steps.setAccessibleName(self.tr("Steps that can be taken back"))
        self.undo_steps.valueChanged.connect(values.set_undo_steps)
        self.lit = QCheckBox(self.tr("begin with a light"))
        self.lit.setChecked(settings.is_new_lit)
        self.lit.toggled.connect(values.set_lit)

        self.rows(
            (self.tr("Language, from the next start"), self.language),
            (self.tr("Theme"), self.theme),
            (self.tr("Copy unsaved work after"), self.keep_after),
            (self.tr("Steps for undo"), self.undo_steps),
            (self.tr("New drawings"), self.lit),
            (self.tr("While you paint"), check_box(to.commands["live"])),
            (self.tr("Layered files"), check_box(to.commands["layer_per_colour"])),
            ("", check_box(to.commands["transparent_layers"])),
        )
        self.note(
            self.tr("The copy of unsaved work is offered at the next start if this one ends badly.")
        )
        self.end()

    def _show_theme(self, name: str) -> None:
        self.theme.setCurrentIndex(self.theme.findData(name))
