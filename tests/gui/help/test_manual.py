"""The manual opens offline, and every page, picture and heading that it names is there."""

import re

import pytest
from PySide6.QtCore import QUrl

import resources
from app.window.help.manual import INDEX, anchor_of, read_contents

PAGES = sorted(resources.MANUAL.rglob("*.md"))
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture
def manual(window):
    window.commands["manual"].trigger()
    return window.help.manual


def headings(path):
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return {
        anchor_of(re.sub(r"[`*]", "", line.lstrip("#")))
        for line in text.splitlines()
        if line.startswith("#")
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_whatever_a_page_links_is_there(page):
    for link in LINK.findall(page.read_text("utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.is_file(), link
        if anchor:
            assert anchor in headings(target), link


def test_the_index_leads_to_every_page():
    listed = {path for _, path in read_contents(resources.MANUAL)}
    assert listed == set(PAGES)


def test_f1_opens_the_contents_and_opens_one_window_only(manual, window):
    assert manual.isVisible()
    assert manual.page.source().fileName() == INDEX
    assert manual.contents.count() == len(PAGES)
    window.commands["manual"].trigger()
    assert window.help.manual is manual
    assert window.commands["manual"].shortcut().toString() == "F1"


def test_a_link_leads_to_its_heading_and_back(manual, qtbot):
    manual.page.anchorClicked.emit(QUrl("animation.md#without-a-window"))
    assert manual.contents.currentItem().text() == "Animation"
    qtbot.waitUntil(lambda: manual.page.verticalScrollBar().value() > 0)
    manual.page.backward()
    assert manual.page.source().fileName() == INDEX
    assert manual.contents.currentRow() == 0


def test_links_out_of_the_manual_lead_nowhere(manual):
    for link in ("../tags.json", "https://example.org/", "gone.md", "../../README.md"):
        manual.page.anchorClicked.emit(QUrl(link))
        assert manual.page.source().fileName() == INDEX


def test_words_are_found_on_whichever_page_they_stand(manual):
    manual.search.setText("Painted tlv from non AA source")
    manual.find_next()
    assert manual.page.source().fileName() == "files.md"
    assert manual.page.textCursor().selectedText() == manual.search.text()
    manual.search.setText("no such words anywhere")
    manual.find_next()
    assert manual.found.text() == "Not found"


def test_pictures_are_no_wider_than_their_page(manual):
    manual.resize(700, 500)
    manual.page.show_page(resources.MANUAL / "light.md")
    document = manual.page.document()
    assert document.idealWidth() <= manual.page.viewport().width()
    assert document.toRawText().count("\ufffc") == 2
