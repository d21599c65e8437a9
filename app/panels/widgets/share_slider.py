"""A slider for a share, with its percentage."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider


class ShareSlider(QSlider):
    """A share of 0 to 1 in hundredths."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setPageStep(10)
        self.setAccessibleName(name)
        self.percent = QLabel()
        self.percent.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %"))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_share(self, share: float) -> None:
        """Show a share without telling of it."""
        self.blockSignals(True)
        self.setValue(round(share * 100))
        self.blockSignals(False)
        self.percent.setText(f"{self.value()} %")
