"""What waits for a first picture waits however long that takes, and is done once."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.startup.first_picture import FirstPicture


def test_it_waits_for_the_picture_and_not_for_a_time(qtbot):
    widget, done = QWidget(), []
    qtbot.addWidget(widget)
    FirstPicture(widget, lambda: done.append(1))
    QCoreApplication.processEvents()
    assert not done
    widget.grab()
    assert not done
    QCoreApplication.processEvents()
    widget.grab()
    QCoreApplication.processEvents()
    assert done == [1]
