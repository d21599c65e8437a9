"""What MkDocs does to the manual: its contents are those of the index, links stay within it."""

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
INDEX = "index.md"
SECTION = re.compile(r"^## (.+)$")
PAGE = re.compile(r"\[([^\]]+)\]\(([\w/]+\.md)\)")
ROOMS = "packaging|tests|training|app|models|generators"
OUTSIDE = re.compile(rf"\[([^\]]+)\]\((?:\.\./)+((?:{ROOMS})/[^)#]*)[^)]*\)")


def read_contents(text: str) -> list[dict[str, Any]]:
    """The index's sections with their pages, as MkDocs takes a navigation."""
    contents: list[dict[str, Any]] = [{"Contents": INDEX}]
    for line in text.splitlines():
        if section := SECTION.match(line):
            contents.append({section.group(1): []})
        elif line.startswith("- "):
            pages = [{title[:1].upper() + title[1:]: name} for title, name in PAGE.findall(line)]
            next(iter(contents[-1].values())).extend(pages)
    return contents


def on_config(config: Any) -> Any:
    """Take the contents from the index."""
    config["nav"] = read_contents((Path(config["docs_dir"]) / INDEX).read_text("utf-8"))
    return config


def on_files(files: Any, config: Any) -> Any:
    """The program's icon is the manual's."""
    from mkdocs.structure.files import File  # noqa: PLC0415 - with MkDocs alone

    icons = str(ROOT / "resources/icons")
    files.append(File("tintline.svg", icons, config["site_dir"], use_directory_urls=False))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """What lies in the sources and not in the manual is named by its path."""
    return OUTSIDE.sub(r"\1 (`\2`)", markdown)
