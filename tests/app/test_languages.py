"""Every text of the window in every language, and which language is spoken."""

import importlib.util
import re
from string import Formatter

import pytest
from PySide6.QtCore import QTranslator

from app.languages.said import said
from app.languages.spoken import LANGUAGES, SOURCE, speak, spoken, step_text
from tests.helpers.places import ROOT

_spec = importlib.util.spec_from_file_location("tr", ROOT / "packaging" / "translations.py")
translations = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(translations)
FOREIGN = [language for language in LANGUAGES if language != SOURCE]
TEXTS = translations.texts()


def fields(text):
    return sorted(f"{name}:{form}" for _, name, form, _ in Formatter().parse(text) if name)


def tags_of(text):
    return re.findall(r"</?\w+>", text)


@pytest.fixture
def speaking(qapp):
    """Installs a language until the test ends."""
    installed = []

    def begin(language):
        installed.extend(speak(qapp, language, translations.FOLDER))

    yield begin
    for translator in installed:
        qapp.removeTranslator(translator)


def test_texts_are_found_in_calls_and_tables():
    found = set(TEXTS)
    assert ("Actions", "&Open…") in found
    assert ("GeneralPage", "Theme") in found
    assert ("Edits", "Fill {count} regions") in found
    assert ("Edits", "Erase paint") in found
    assert ("Tags", "light brown hair") in found
    assert ("Blend", "Multiply") in found


@pytest.mark.parametrize("language", FOREIGN)
def test_every_text_is_translated(language):
    known = translations.read(language)
    missing = [text for text in TEXTS if not known.get(text, "").strip()]
    assert not missing, f"run packaging/translations.py and translate: {missing[:5]}"
    assert set(known) == set(TEXTS), "run packaging/translations.py: a text is gone"


@pytest.mark.parametrize("language", FOREIGN)
def test_translations_hold_what_their_texts_hold(language):
    wrong = []
    for (_, text), words in translations.read(language).items():
        if fields(text) != fields(words) or tags_of(text) != tags_of(words):
            wrong.append((text, words))
        if words.count("&") > text.count("&") or text.count("\n") != words.count("\n"):
            wrong.append((text, words))
        if text.startswith(" ") != words.startswith(" ") or (";;" in text and ";;" not in words):
            wrong.append((text, words))
        if text.endswith("…") and not words.endswith("…"):
            wrong.append((text, words))
    assert not wrong


@pytest.mark.parametrize("language", FOREIGN)
def test_compiled_files_say_what_was_translated(language, qapp):
    translator = QTranslator()
    assert translator.load(f"tintline_{language}.qm", str(translations.FOLDER))
    for (context, text), words in translations.read(language).items():
        assert translator.translate(context, text) == words


@pytest.mark.parametrize(
    ("wish", "system", "language"),
    [
        ("", ["de-AT", "de"], "de"),
        ("", ["it-IT", "it", "fr-FR"], "fr"),
        ("", ["pt-BR"], "en"),
        ("", [], "en"),
        ("ja", ["de-DE"], "ja"),
        ("en", ["de-DE"], "en"),
        ("tlh", ["es-MX"], "es"),
    ],
)
def test_language_is_the_one_wished_for_or_the_systems(wish, system, language):
    assert spoken(wish, system) == language


def test_step_is_said_with_its_values_translated(speaking):
    step = said("Recolour {part}", part=said("hair"))
    assert step_text(step) == "Recolour hair"
    speaking("de")
    assert step_text(step) == "Umfärben: Haare"
    assert step_text("Anything else") == "Anything else"
