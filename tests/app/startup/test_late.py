"""Libraries are loaded when they are first used, once, whoever asks; the window shows before."""

import json
import subprocess
import sys
import textwrap

import pytest

from tests.helpers.places import ROOT

BEGIN = "import sys; from app.startup.late import LateModule, late_names, load, make_late; "


def _run(code, **env):
    ran = subprocess.run(
        [sys.executable, "-c", BEGIN + textwrap.dedent(code)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_a_library_is_loaded_by_its_first_use():
    seen = _run(
        """
        import json
        make_late(("plistlib", "wave"))
        import plistlib, wave
        from wave import Error
        before = late_names()
        text = plistlib.dumps({"a": 1})
        import plistlib as again
        try: wave.nothing
        except AttributeError as error: missing = str(error)
        print(json.dumps([before, late_names(), plistlib.loads(text),
                          isinstance(again, LateModule), missing]))
        """
    )
    assert seen == [["plistlib"], [], {"a": 1}, False, "module 'wave' has no attribute 'nothing'"]


def test_parts_of_a_late_package_are_imported_as_ever():
    assert _run(
        """
        import json
        make_late(("xml",))
        import xml
        before = late_names()
        from xml.dom import minidom
        print(json.dumps([before, late_names(), xml.dom.minidom is minidom]))
        """
    ) == [["xml"], [], True]


def test_threads_that_ask_at_once_get_one_library():
    counted = _run(
        """
        import json, pathlib, tempfile, threading
        folder = pathlib.Path(tempfile.mkdtemp())
        (folder / "slow.py").write_text(
            "import sys, time; sys.loaded = getattr(sys, 'loaded', 0) + 1; time.sleep(0.2); x = [1]"
        )
        sys.path.insert(0, str(folder))
        make_late(("slow",))
        import slow
        found = []
        threads = [threading.Thread(target=lambda: found.append(slow.x)) for _ in range(8)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        print(json.dumps([sys.loaded, len(found), all(each is found[0] for each in found)]))
        """
    )
    assert counted == [1, 8, True]


@pytest.mark.parametrize("name", ["QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"])
def test_what_a_library_sets_for_qt_is_undone(name):
    assert _run(
        f"""
        import json, os, pathlib, tempfile
        folder = pathlib.Path(tempfile.mkdtemp())
        (folder / "cv2.py").write_text("import os; os.environ[{name!r}] = 'elsewhere'; x = 1")
        sys.path.insert(0, str(folder))
        import app.startup.bootstrap, cv2
        was = os.environ.pop({name!r}, None)
        print(json.dumps([cv2.x, {name!r} in os.environ]))
        """
    ) == [1, False]


def test_the_window_shows_before_what_colours_is_loaded(tmp_path):
    """And what colours is loaded by itself soon after."""
    at_first, later = _run(
        f"""
        import json, os, pathlib
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from app import main
        from app.window.window import MainWindow
        from PySide6.QtCore import QEvent, QObject, QTimer
        from threading import Event
        folder = pathlib.Path({str(tmp_path)!r})
        main.settings_folder = lambda: folder
        main.recovery_folder = lambda: folder / "recovery"
        HEAVY = ("onnxruntime", "cv2", "scipy", "skimage", "psd_tools")
        said = []

        def loaded():
            return [n for n in HEAVY if n in sys.modules and n not in late_names()]

        class Watch(QObject):
            def eventFilter(self, watched, event):
                if event.type() == QEvent.Type.Paint and not said:
                    said.append(loaded())
                return False

        def hold_up(window):
            done = Event()
            window._parts.background.run("", done.set, done=lambda _: None, failed=print)
            done.wait()

        main.WARM_UP_MS = 0
        MainWindow.offer_recovery = hold_up  # until the thread for files did all that it was asked
        watch = Watch()
        plain = MainWindow.show

        def show(window):
            window.installEventFilter(watch)
            plain(window)
            def end():
                if "onnxruntime" in sys.modules and not late_names():
                    said.append(loaded())
                    timer.stop()
                    window.close()
            timer = QTimer(window)
            timer.timeout.connect(end)
            timer.start(50)

        MainWindow.show = show
        assert main.run(None) == 0
        print(json.dumps(said))
        """
    )
    assert at_first == []
    assert {"onnxruntime", "cv2", "scipy", "skimage"} <= set(later)
