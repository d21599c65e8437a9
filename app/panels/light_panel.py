"""The light panel: where the light comes from, how shade ends, how strong it is, its tints."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.document import Document
from app.document.light_edits import SetLight
from app.panels.widgets.choice_row import ChoiceRow
from app.panels.widgets.icons import IconBinder
from app.panels.widgets.light_dial import LightDial
from app.panels.widgets.share_slider import ShareSlider
from app.panels.widgets.tint_button import TintButton
from app.session import Session
from models.hints.tags import Rgb
from models.lighting.light import PRESETS, Follows, Light, ShadeStyle
from models.lighting.strokes import LightKind
from models.tracking.turns import AS_IN_KEY

Changed = Callable[[Light], Light]


class LightPanel(QWidget):
    """Shows and changes the light of the session's document.

    Signals
    brush_chosen  the LightKind that is to be painted.
    """

    brush_chosen = Signal(object)

    def __init__(self, session: Session, icons: IconBinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._last = PRESETS["day"]
        self._brush: Rgb = (0, 0, 0)
        self.switch = QCheckBox(self.tr("Light"))
        self.switch.toggled.connect(self.set_on)
        self.angle = QLabel()
        self.angle.setObjectName("muted")
        self.angle.setMinimumWidth(self.fontMetrics().horizontalAdvance("from 000°"))
        self.angle.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.presets = {name: self._preset(name, icons) for name in PRESETS}
        self.dial = LightDial()
        self.dial.valueChanged.connect(
            lambda angle: self._change(lambda light: replace(light, angle_deg=angle), "angle")
        )
        self.dial.sliderReleased.connect(session.seal)
        self.style_row = ChoiceRow(
            {
                ShadeStyle.CEL: (self.tr("Cel"), self.tr("One tone of shade, crisp")),
                ShadeStyle.TWO_TONE: (self.tr("Two tones"), self.tr("Two tones of shade, crisp")),
                ShadeStyle.SOFT: (self.tr("Soft"), self.tr("Shade that fades")),
            }
        )
        self.style_row.chosen.connect(
            lambda style: self._change(lambda light: replace(light, style=style))
        )
        self.strength = self._share_slider(
            self.tr("Strength of shade"), lambda light, share: replace(light, strength=share)
        )
        self.highlights = self._share_slider(
            self.tr("Strength of highlights"),
            lambda light, share: replace(light, highlights=share),
        )
        self.tint = TintButton(self.tr("Tint of shade"))
        self.tint.chosen.connect(lambda tint: self._change(lambda light: replace(light, tint=tint)))
        self.glow = TintButton(self.tr("Tint of highlights"))
        self.glow.chosen.connect(lambda glow: self._change(lambda light: replace(light, glow=glow)))
        self.brush_row = ChoiceRow(
            {
                LightKind.SHADE: (self.tr("Shade"), self.tr("Paint shade with the brush (S)")),
                LightKind.LIGHT: (self.tr("Light"), self.tr("Paint highlights with the brush (S)")),
                LightKind.LIT: (
                    self.tr("Neither"),
                    self.tr("Take shade and highlights away with the brush (S)"),
                ),
            }
        )
        self.brush_row.chosen.connect(self.brush_chosen)
        self.follows = self._follows_button(icons)
        self._lay_out()
        session.document_changed.connect(self._show_document)
        self.setEnabled(session.document is not None)
        self._show_light(None)

    # Building

    def _preset(self, name: str, icons: IconBinder) -> QToolButton:
        titles = {
            "day": self.tr("Day: from the upper left, cool shade"),
            "dusk": self.tr("Dusk: from low at the left, violet shade"),
            "lamp": self.tr("Lamp: from the upper right, strong and warm"),
            "rim": self.tr("Rim: from behind"),
        }
        button = QToolButton()
        button.setIconSize(QSize(20, 20))
        button.setToolTip(titles[name])
        button.setAccessibleName(titles[name])
        icons.bind_icon(button.setIcon, f"light_{name}")
        button.clicked.connect(lambda: self._set_scene(PRESETS[name]))
        return button

    def _follows_button(self, icons: IconBinder) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(QSize(20, 20))
        title = self.tr("In an animation: turn the light with the figure, not with the camera")
        button.setToolTip(title)
        button.setAccessibleName(title)
        icons.bind_icon(button.setIcon, "light_follows")
        button.clicked.connect(
            lambda is_on: self._change(
                lambda light: replace(light, follows=Follows.FIGURE if is_on else Follows.CAMERA)
            )
        )
        return button

    def _share_slider(self, name: str, changed: Callable[[Light, float], Light]) -> ShareSlider:
        slider = ShareSlider(name)
        slider.valueChanged.connect(
            lambda percent: self._change(lambda light: changed(light, percent / 100), name)
        )
        slider.sliderReleased.connect(self._session.seal)
        return slider

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.switch, 1)
        first.addWidget(self.angle)
        presets = QHBoxLayout()
        presets.setSpacing(2)
        for button in self.presets.values():
            presets.addWidget(button)
        presets.addStretch(1)
        presets.addWidget(self.follows)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(presets)
        column.addWidget(self.style_row)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.dial)
        top.addLayout(column, 1)
        rows = QGridLayout()
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(4)
        for row, (text, slider, tint) in enumerate(
            (
                (self.tr("Shade"), self.strength, self.tint),
                (self.tr("Highlights"), self.highlights, self.glow),
            )
        ):
            for column_at, widget in enumerate((_muted(text), slider, slider.percent, tint)):
                rows.addWidget(widget, row, column_at)
        rows.addWidget(_muted(self.tr("Brush")), 2, 0)
        rows.addWidget(self.brush_row, 2, 1, 1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(rows)
        layout.addStretch(1)

    # What others set

    def _set_scene(self, scene: Light) -> None:
        """A scene's light, which goes along with what it went along with."""
        document = self._session.document
        own = (document.light if document is not None else None) or self._last
        self._session.apply(SetLight(replace(scene, follows=own.follows, turn=own.turn)))

    def set_on(self, is_on: bool) -> None:
        """Turn the light on, as it was last, or off."""
        document = self._session.document
        if document is not None and is_on != (document.light is not None):
            self._session.apply(SetLight(self._last if is_on else None))

    def turn_to(self, angle_deg: float) -> None:
        """Turn the light, as the dial does."""
        self._change(lambda light: replace(light, angle_deg=angle_deg), "angle")

    def set_brush_color(self, color: Rgb) -> None:
        """The colour that a tint may take."""
        self._brush = color
        self._offer_colors()

    def show_brush(self, kind: LightKind | None) -> None:
        """Show what the brush paints of the light; None: another tool is chosen."""
        self.brush_row.show_choice(kind)

    # What the session tells

    def _show_document(self, document: Document) -> None:
        self.setEnabled(True)
        self._show_light(document.light)
        self._offer_colors()

    def _show_light(self, light: Light | None) -> None:
        is_on = light is not None
        shown = light or self._last
        self._last = replace(shown, turn=AS_IN_KEY)  # the turn is this picture's alone
        for widget in (self.switch, self.dial):
            widget.blockSignals(True)
        self.switch.setChecked(is_on)
        self.dial.setValue(round(shown.angle_deg) % 360)
        for widget in (self.switch, self.dial):
            widget.blockSignals(False)
        self.angle.setText(self.tr("from {angle}°").format(angle=self.dial.value()))
        self.style_row.show_choice(shown.style)
        self.follows.setChecked(shown.follows is Follows.FIGURE)
        self.strength.show_share(shown.strength)
        self.highlights.show_share(shown.highlights)
        self.tint.set_tint(shown.tint)
        self.glow.set_tint(shown.glow)
        sliders = (self.strength, self.highlights)
        percents = [slider.percent for slider in sliders]
        for control in (
            self.dial, self.angle, self.style_row, *sliders, *percents, self.tint, self.glow,
            self.follows,
        ):  # fmt: skip
            control.setEnabled(is_on)

    def _offer_colors(self) -> None:
        document = self._session.document
        swatches = document.shown_palette.colors if document is not None else ()
        for button in (self.tint, self.glow):
            button.set_colors(self._brush, swatches)

    def _change(self, changed: Changed, dial: str = "") -> None:
        document = self._session.document
        if document is not None and document.light is not None:
            self._session.apply(SetLight(changed(document.light), dial))


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("muted")
    return label
