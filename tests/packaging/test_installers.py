"""What installers tell desktops about the program, and that their parts fit each other."""

import configparser
import importlib.util
import re
from xml.etree import ElementTree

import pytest

from tests.helpers.places import ROOT

LINUX = ROOT / "packaging/installers/linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("build", ROOT / "packaging/installers/build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_desktop_entry_opens_what_the_mime_type_names():
    entry = configparser.RawConfigParser(delimiters=("=",), strict=True)
    entry.optionxform = str
    entry.read(LINUX / "org.tintline.Tintline.desktop", encoding="utf-8")
    told = dict(entry["Desktop Entry"])
    assert told["Exec"].split() == ["tintline", "%f"]
    (kind,) = ElementTree.parse(LINUX / "tintline.xml").getroot()
    assert kind.get("type") in told["MimeType"].split(";")
    assert [glob.get("pattern") for glob in kind.iter(f"{MIME}glob")] == ["*.tintline"]
    facts = ElementTree.parse(LINUX / "org.tintline.Tintline.metainfo.xml").getroot()
    assert facts.findtext("launchable") == "org.tintline.Tintline.desktop"
    assert facts.findtext("project_license") == "Apache-2.0"


def test_windows_is_told_the_version_in_four_numbers(build):
    said = build.version_resource()
    compile(said, "version.txt", "eval")
    numbers = re.search(r"filevers=\((\d+), (\d+), (\d+), (\d+)\)", said).groups()
    assert build.version().startswith(".".join(numbers[:2]))
    assert f"'{build.version()}'" in said


def test_debian_is_not_asked_for_python(build):
    assert "libegl1" in build.DEBIAN_NEEDS
    assert "python" not in build.DEBIAN_NEEDS
