"""Keeps the translations of the window: ``python packaging/translations.py``.

Reads from the sources what is said in the window, writes it into `resources/translations`, a .ts
file for each language, with what was translated before, and compiles these to .qm. What is left to
translate is counted, and the status is 1 while anything is.

    --missing LANGUAGE       print what is left to translate: context and text, by tabs
    --fill LANGUAGE TABLE    take translations from such lines, each with a tab and its words

Texts are what `self.tr`, a file's `_tr`, `QCoreApplication.translate` and `said` are called with,
and the tables that the window shows words of (`tables`). Qt's own lupdate knows the first and the
third of these alone. The .ts files are Qt's: Qt Linguist opens them.
"""

import argparse
import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import resources
from app.batch.reporting.faults import FAULTS
from app.commands.actions import MENUS
from app.commands.shortcuts import HELD
from app.commands.theme_menu import CHOICES as THEMES
from app.document.layer import default_layers
from app.languages.spoken import LANGUAGES, SOURCE
from app.panels.layers.bar import BLEND_NAMES
from app.panels.swatches.swatch_menu import TONES
from app.panels.tags_panel import tag_label
from app.window.line_control import CHOICES as LINES
from app.window.line_control import FOUND_TEXTS
from models.files.whole import write_bytes
from models.hints.tags import load_vocabulary
from models.runtime.catalog import Catalog

ROOT = Path(__file__).resolve().parent.parent
FOLDER = resources.ROOT / "translations"
REASONS = (
    "the CPU was asked for",
    "an NVIDIA GPU was found",
    "the watershed fill needs no other device",
)
"""Why a device was chosen, where it is no error of another program."""
Text = tuple[str, str]
"""Context and text in English."""


@cache
def texts() -> tuple[Text, ...]:
    """Everything that the window says, each once, in the order of the sources."""
    found = dict.fromkeys(tables())
    for path in sorted((ROOT / "app").rglob("*.py")):
        found |= dict.fromkeys(_marked(path))
    return tuple(sorted(found, key=lambda text: text[0]))


def tables() -> Iterator[Text]:
    """Words that are values of the application, not arguments of a call."""
    yield from (("Actions", title) for _, title in MENUS)
    yield from (("Animation", fault.title) for fault in FAULTS.values())
    yield from (("Blend", name) for name in BLEND_NAMES.values())
    yield from (("Devices", reason) for reason in REASONS)
    yield from (("Layers", layer.name) for layer in default_layers())
    yield from (("LineControl", text) for text in (*FOUND_TEXTS.values(), *dict(LINES).values()))
    yield from (("Shortcuts", title) for _, title, _ in HELD)
    yield from (("Swatches", title) for title, _ in TONES)
    yield from (("ThemeMenu", text) for _, text in THEMES)
    for group in load_vocabulary(resources.TAGS).groups:
        yield "Tags", group.title
        for tag in group.tags:
            yield from (("Tags", tag_label(tag, is_alone=alone)) for alone in (False, True))
    for entry in Catalog((resources.GENERATORS,)).entries():
        yield from (("Generators", text) for text in (entry.group, entry.spec.summary) if text)
        if entry.folder is None:  # the others have names
            yield "Generators", entry.title


def _marked(path: Path) -> Iterator[Text]:
    """What a file's calls say; of those of `spec` and `tool` in the table of commands, too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = ""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            calls = (call for call in ast.walk(node) if isinstance(call, ast.Call))
            own = next(text for call in calls for text in _strings(call.args[0]))
    yield from _of_calls(tree, "", own, is_table=path.name == "actions.py")


def _of_calls(node: ast.AST, owner: str, own: str, *, is_table: bool) -> Iterator[Text]:
    if isinstance(node, ast.ClassDef):
        owner = node.name
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        match name, node.args:
            case "tr", [text, *_]:
                yield from ((owner, each) for each in _strings(text))
            case "_tr", [text, *_]:
                yield from ((own, each) for each in _strings(text))
            case "translate", [ast.Constant(str(context)), text, *_]:
                yield from ((context, each) for each in _strings(text))
            case "said", [text]:
                yield from (("Edits", each) for each in _strings(text))
            case "spec" | "tool", [_, text, *_] if is_table:
                yield from (("Actions", each) for each in _strings(text))
    for child in ast.iter_child_nodes(node):
        yield from _of_calls(child, owner, own, is_table=is_table)


def _strings(node: ast.AST) -> Iterator[str]:
    """The text, or both of `a if b else c`."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.IfExp(_, body, other):
            yield from (*_strings(body), *_strings(other))


def read(language: str) -> dict[Text, str]:
    """What is translated; nothing if the file is not there."""
    path = FOLDER / f"tintline_{language}.ts"
    if not path.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): translation
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.findtext("translation", ""))
    }


def write(language: str, translated: dict[Text, str]) -> list[Text]:
    """Write and compile what the sources say now. Returns what is not translated."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage=SOURCE)
    contexts: dict[str, ElementTree.Element] = {}
    missing = []
    for context, text in texts():
        if context not in contexts:
            contexts[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[context], "name").text = context
        message = ElementTree.SubElement(contexts[context], "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if words := translated.get((context, text)):
            translation.text = words
        else:
            translation.set("type", "unfinished")
            missing.append((context, text))
    ElementTree.indent(root, " ")
    path = FOLDER / f"tintline_{language}.ts"
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    whole = head + ElementTree.tostring(root, encoding="unicode") + "\n"
    write_bytes(path, whole.encode())
    subprocess.run(["pyside6-lrelease", "-silent", path], check=True)
    return missing


def fill(language: str, table: Path) -> dict[Text, str]:
    """The translations with those of a table."""
    known = read(language)
    for line in table.read_text(encoding="utf-8").splitlines():
        context, text, words = line.replace("\\n", "\n").split("\t")
        known[context, text] = words
    return known


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("--missing", metavar="LANGUAGE")
    parser.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "TABLE"))
    options = parser.parse_args()
    if options.missing:
        known = read(options.missing)
        for context, text in (each for each in texts() if each not in known):
            print(context, text.replace("\n", "\\n"), sep="\t")
        return 0
    FOLDER.mkdir(exist_ok=True)
    filled, table = options.fill or ("", "")
    left = 0
    for language in LANGUAGES:
        if language != SOURCE:
            known = fill(language, Path(table)) if language == filled else read(language)
            missing = write(language, known)
            left += len(missing)
            print(f"{language}: {len(texts())} texts, {len(missing)} to be translated")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
