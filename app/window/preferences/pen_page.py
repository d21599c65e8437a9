"""Preferences of the pen: what its pressure counts as, tried at once."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.canvas.pen.pressure import FIRM, MOST_STEADINESS, SOFT, PenSettings, PressureCurve
from app.window.preferences.curve_edit import CurveEdit
from app.window.preferences.form import Page, check_box, number_box, push_button
from app.window.preferences.targets import PreferenceTargets, PreferenceValues
from app.window.preferences.test_field import TestField


class PenPage(Page):
    """Pressure curve and test field."""

    def __init__(self, to: PreferenceTargets, values: PreferenceValues) -> None:
        super().__init__(self.tr("Pen"))
        self._values = values
        self.curve = CurveEdit()
        self.curve.set_curve(values.pen.curve)
        self.field = TestField()
        self.field.set_pen(values.pen)
        self.curve.changed.connect(self._set_curve)
        self.field.pressure_changed.connect(self.curve.show_pressure)
        both = QWidget()
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.curve)
        layout.addWidget(self.field, 1)
        self.add(both)
        self.steadiness = number_box(
            values.pen.steadiness, 0, MOST_STEADINESS, unit=self.tr(" px"), step=4
        )
        self.steadiness.setSpecialValueText(self.tr("off"))
        self.steadiness.setAccessibleName(self.tr("Steady hand"))
        self.steadiness.valueChanged.connect(
            lambda length: self._set(replace(values.pen, steadiness=length))
        )
        self.finger = QCheckBox(self.tr("draws, in place of moving the picture"))
        self.finger.setChecked(values.pen.finger_draws)
        self.finger.toggled.connect(
            lambda draws: self._set(replace(values.pen, finger_draws=draws))
        )
        presets = QWidget()
        row = QHBoxLayout(presets)
        row.setContentsMargins(6, 0, 0, 0)
        for text, curve in (
            (self.tr("Soft"), SOFT),
            (self.tr("Straight"), PressureCurve()),
            (self.tr("Firm"), FIRM),
        ):
            row.addWidget(push_button(text, partial(self._choose, curve)))
        row.addStretch(1)
        self.add(presets)
        self.rows(
            (self.tr("Strokes"), check_box(to.commands["pressure"])),
            (self.tr("Steady hand"), self.steadiness),
            (self.tr("One finger"), self.finger),
        )
        self.note(
            self.tr(
                "To the right: how hard the pen is pressed. Upwards: what that counts as. Click "
                "the curve for another point and drag it; a double click takes it away."
            )
        )
        self.end()

    def _choose(self, curve: PressureCurve) -> None:
        self.curve.set_curve(curve)
        self._set_curve(curve)

    def _set_curve(self, curve: PressureCurve) -> None:
        self._set(replace(self._values.pen, curve=curve))

    def _set(self, pen: PenSettings) -> None:
        self._values.set_pen(pen)
        self.field.set_pen(pen)
