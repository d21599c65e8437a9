"""What installers tell desktops about the program, and that their parts fit each other."""

import configparser
import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from app.main import DESKTOP_FILE
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
    assert (LINUX / f"{DESKTOP_FILE}.desktop").is_file()  # by which the window names itself
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


def carried_out(spec, work):
    """What a spec asks PyInstaller for, by what it is asked of: the named arguments."""
    asked = {}

    class Whatever:
        def __init__(self, *_, **named):
            asked[self.kind] = named
            self.pure, self.scripts = [], []
            self.binaries, self.datas = [], named.get("datas", [])

    kinds = ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
    told = {kind: type(kind, (Whatever,), {"kind": kind}) for kind in kinds}
    told |= {"SPECPATH": str(spec.parent), "workpath": str(work / spec.stem)}
    exec(compile(spec.read_text("utf-8"), str(spec), "exec"), told)
    return asked


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_spec_finds_what_it_packs(build, monkeypatch, tmp_path, system):
    hooks = ModuleType("PyInstaller.utils.hooks")
    hooks.collect_data_files = hooks.collect_submodules = lambda *_, **__: []
    hooks.copy_metadata = lambda _: []
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(build, "write_icon", lambda path: path.write_bytes(b""))
    asked = {}

    def run(command, **_):
        work = Path(command[command.index("--workpath") + 1])
        asked.update(carried_out(Path(command[-1]), work))
        for named in (asked["EXE"].get("icon"), asked["EXE"].get("version")):
            assert named is None or Path(named).is_file(), named
        assert system == "linux" or asked["EXE"]["icon"] is not None

    monkeypatch.setattr(build.subprocess, "run", run)
    build.build_folder(tmp_path)
    packed = {
        Path(place, path.name)
        for source, place in asked["Analysis"]["datas"]
        for path in ROOT.glob(str(Path(source).relative_to(ROOT)))
    }
    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    for pattern in named["package-data"]["models"]:
        for path in ROOT.glob(f"models/{pattern}"):
            assert path.relative_to(ROOT) in packed, path
