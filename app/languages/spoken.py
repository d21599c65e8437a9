"""The languages of the window: which there are, which one is spoken, and what is said in it."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from app.languages.said import Said

SOURCE = "en"
"""The language in which the sources are written."""
LANGUAGES: Mapping[str, str] = {
    SOURCE: "English",
    "ja": "日本語",
    "zh_CN": "简体中文",
    "ko": "한국어",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
}
"""Every language by its code, as those who speak it call it."""


def spoken(wish: str, of_system: Iterable[str]) -> str:
    """The code of the language to be spoken.

    wish: a code; empty, or one that is unknown: as the system, whose languages of_system names,
    the dearest first, as QLocale.uiLanguages does. English if none of them is known.
    """
    if wish in LANGUAGES:
        return wish
    for name in of_system:
        for code in LANGUAGES:
            if code in (name.replace("-", "_"), name.partition("-")[0]):
                return code
    return SOURCE


def speak(application: QCoreApplication, language: str, folder: Path) -> tuple[QTranslator, ...]:
    """Say everything in a language from now on: Qt's own texts, and over them ours, of a folder.

    Widgets that were made before stay as they are. Returns what was installed.
    """
    translators = []
    for stem, place in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("tintline", str(folder)),
    ):
        translator = QTranslator(application)
        if language != SOURCE and translator.load(f"{stem}_{language}.qm", place):
            application.installTranslator(translator)
            translators.append(translator)
    return tuple(translators)


def bare(text: str) -> str:
    """A menu's text without its mnemonic, which stands in brackets where letters are no words."""
    return re.sub(r"\(&\w\)|&", "", text)


def step_text(text: str) -> str:
    """The name of a step of the history in the language spoken; what nobody marked, as it is."""
    if not isinstance(text, Said):
        return text
    form = QCoreApplication.translate("Edits", text.form)
    if not text.values:
        return form
    return form.format(**{name: step_text(value) for name, value in text.values.items()})
