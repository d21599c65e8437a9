"""Preferences of colour: what lies around the picture, and what is remembered."""

from PySide6.QtWidgets import QComboBox

from app.window.preferences.form import Page, push_button
from app.window.preferences.targets import PreferenceValues


class ColorPage(Page):
    """What is seen beside the colours."""

    def __init__(self, values: PreferenceValues) -> None:
        super().__init__(self.tr("Colour"))
        self.surround = QComboBox()
        self.surround.setAccessibleName(self.tr("Around the picture"))
        for color, text in (
            ("", self.tr("As the theme")),
            ("#000000", self.tr("Black")),
            ("#3a3a3a", self.tr("Dark grey")),
            ("#777777", self.tr("Middle grey")),
            ("#c6c6c6", self.tr("Light grey")),
            ("#ffffff", self.tr("White")),
        ):
            self.surround.addItem(text, color)
        chosen = self.surround.findData(values.settings.surround)
        self.surround.setCurrentIndex(max(0, chosen))
        self.surround.activated.connect(lambda _: values.set_surround(self.surround.currentData()))
        self.forget = push_button(self.tr("Forget them"), values.forget_recent_colors)
        self.forget.setAccessibleName(self.tr("Forget the colours painted with last"))
        self.rows(
            (self.tr("Around the picture"), self.surround),
            (self.tr("Colours painted with last"), self.forget),
        )
        self.note(
            self.tr("What lies beside a colour changes how it is seen, so it is neutral here.")
        )
        self.end()
