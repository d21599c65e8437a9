"""What installers tell desktops about the program, and that their parts fit each other."""

import configparser
import importlib
import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace
from xml.etree import ElementTree

import pytest
import yaml

from app.main import DESKTOP_FILE
from tests.helpers.places import ROOT

INSTALLERS = ROOT / "packaging/installers"
LINUX = INSTALLERS / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def build(monkeypatch):
    monkeypatch.syspath_prepend(str(INSTALLERS))
    spec = importlib.util.spec_from_file_location("build", INSTALLERS / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    for name in ("appimage", "signing", "manifests"):
        sys.modules.pop(name, None)


@pytest.fixture
def folder(tmp_path):
    """As PyInstaller leaves it."""
    made = tmp_path / "tintline"
    (made / "_internal").mkdir(parents=True)
    (made / "tintline").write_text("#!/bin/sh\n")
    (made / "LICENCES.txt").write_text("all of them\n")
    return made


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
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert facts.find("releases")[0].get("version") == project["version"]


def test_the_workflow_runs_what_is_there():
    """Its jobs and steps are whole, and each file of ours that a step names exists."""
    told = (ROOT / ".github/workflows/installers.yml").read_text("utf-8")
    jobs = yaml.safe_load(told)["jobs"]
    assert set(jobs) == {"build", "extras"}
    asked = set()
    for job in jobs.values():
        assert job["runs-on"]
        for step in job["steps"]:
            assert len({"uses", "run"} & set(step)) == 1, step
            asked |= set(re.findall(r"(?:packaging|tests)/[\w./]+", step.get("run", "")))
    assert {"packaging/installers/build.py", "packaging/smoke_test.py"} <= asked
    for name in asked:
        assert (ROOT / name).exists(), name


def test_windows_is_told_the_version_in_four_numbers(build):
    said = build.version_resource()
    compile(said, "version.txt", "eval")
    numbers = re.search(r"filevers=\((\d+), (\d+), (\d+), (\d+)\)", said).groups()
    assert build.version().startswith(".".join(numbers[:2]))
    assert f"'{build.version()}'" in said


def test_debian_is_not_asked_for_python(build):
    assert "libegl1" in build.DEBIAN_NEEDS
    assert "python" not in build.DEBIAN_NEEDS


BINARIES = (
    ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/wheels/libqgtk3.so", "BINARY"),
    ("PySide6/Qt/plugins/platforms/libqxcb.so", "/wheels/libqxcb.so", "BINARY"),
    ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", "EXTENSION"),
    ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY"),
    *((name, f"/usr/lib/{name}", "BINARY") for name in ("libgtk-3.so.0", "libgdk-3.so.0")),
    *((name, f"/usr/lib/{name}", "BINARY") for name in ("libxcb.so.1", "libXau.so.6")),
)
LINKS = {
    "/wheels/libqgtk3.so": ("libgtk-3.so.0",),
    "/usr/lib/libgtk-3.so.0": ("libgdk-3.so.0", "libxcb.so.1"),
    "/wheels/libqxcb.so": ("libxcb.so.1",),
    "/usr/lib/libxcb.so.1": ("libXau.so.6",),
}


def carried_out(spec, work):
    """What a spec asks PyInstaller for, by what it is asked of: the named arguments."""
    asked = {}

    class Whatever:
        def __init__(self, *parts, **named):
            asked[self.kind] = named
            self.pure, self.scripts = [], []
            self.binaries = list(BINARIES) if self.kind == "Analysis" else []
            self.datas = named.get("datas", [])
            if self.kind == "COLLECT":
                asked["packed"] = list(parts[1])

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
    for name in ("PyInstaller", "PyInstaller.utils", "PyInstaller.depend"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    links = ModuleType("PyInstaller.depend.bindepend")
    links.get_imports = lambda path: [(name, None) for name in LINKS.get(path, ())]
    monkeypatch.setitem(sys.modules, links.__name__, links)
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
    left_out = {name for name, _, _ in BINARIES} - {name for name, _, _ in asked["packed"]}
    assert {name.rpartition("/")[2] for name in left_out} == {
        "libqgtk3.so",
        "libgtk-3.so.0",
        "libgdk-3.so.0",
    }
    packed = {
        Path(place, path.name)
        for source, place in asked["Analysis"]["datas"]
        for path in ROOT.glob(str(Path(source).relative_to(ROOT)))
    }
    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    for pattern in named["package-data"]["models"]:
        for path in ROOT.glob(f"models/{pattern}"):
            assert path.relative_to(ROOT) in packed, path


def test_packages_are_not_built_under_another_version(build, monkeypatch):
    monkeypatch.setattr(build.importlib.metadata, "version", lambda _: build.version())
    build.check_installed()
    monkeypatch.setattr(build.importlib.metadata, "version", lambda _: "0.0.9")
    with pytest.raises(SystemExit, match=r"tintline 0\.0\.9 is installed here"):
        build.check_installed()


def test_a_folder_with_a_desktops_libraries_is_refused(build, folder):
    (folder / "_internal/libpng16.so.16").touch()
    build.check_folder(folder)
    (folder / "_internal/libgdk-3.so.0").touch()
    with pytest.raises(SystemExit, match=r"libgdk-3\.so\.0 belong"):
        build.check_folder(folder)


def test_an_appimage_begins_where_its_program_lies(build, folder, tmp_path):
    root = tmp_path / "root"
    build.appimage.lay_out(folder, root)
    assert (root / "AppRun").resolve() == root / "usr/lib/tintline/tintline"
    (entry,) = root.glob("*.desktop")
    told = dict(line.split("=", 1) for line in entry.read_text("utf-8").splitlines() if "=" in line)
    assert (root / f"{told['Icon']}.svg").is_file()
    assert (root / ".DirIcon").is_file()


def test_packages_go_on_without_what_an_appimage_needs(build, folder, monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(build.shutil, "which", lambda _: None)
    (packed,) = build.pack(folder, folder.with_name("tintline-0-linux"))
    assert packed.name == "tintline-0-linux.tar.gz"
    assert "no AppImage, for want of mksquashfs" in capsys.readouterr().out


def test_windows_installer_is_told_what_its_script_asks_for(build, folder, monkeypatch):
    ran = []
    monkeypatch.setattr(build.subprocess, "run", lambda command, **_: ran.append(command))
    monkeypatch.setattr(sys, "platform", "win32")
    build.pack_windows(folder, folder.with_suffix(".exe"))
    script = (INSTALLERS / "windows/tintline.nsi").read_text("utf-8")
    own = set(re.findall(r"!define (\w+)", script)) | {"GetSize"}
    asked = set(re.findall(r"\$\{(\w+)\}", script)) - own
    told = {word[2:].split("=")[0] for word in ran[0] if word.startswith("-D")}
    assert asked - {"ICON"} == told
    assert f"-DPUBLISHER={build.signing.PUBLISHER}" in ran[0]


def test_nothing_is_signed_without_a_certificate(build, folder, monkeypatch):
    for name in ("TINTLINE_PFX", "TINTLINE_IDENTITY", "TINTLINE_NOTARY_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(build.subprocess, "run", lambda *_, **__: pytest.fail("ran a program"))
    assert not build.signing.sign_windows(folder / "tintline")
    assert not build.signing.sign_macos(folder)
    assert not build.signing.notarize_macos(folder)
    monkeypatch.setenv("TINTLINE_PFX", "mine.pfx")
    monkeypatch.setattr(build.signing.shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match="osslsigncode"):
        build.signing.sign_windows(folder / "tintline")


def test_manifests_name_the_packages_that_were_built(build, tmp_path, monkeypatch, capsys):
    manifests = importlib.import_module("manifests")
    names = ("windows-amd64.exe", "linux-x86_64.tar.gz", "darwin-arm64.dmg")
    digests = {f"tintline-1.2.3-{name}": str(at) * 64 for at, name in enumerate(names)}
    sums = tmp_path / "SHA256SUMS"
    sums.write_text("".join(f"{digest}  {name}\n" for name, digest in digests.items()))
    asked = ["manifests", "--url", "https://example.org/1.2.3/", "--sums", str(sums)]
    monkeypatch.setattr(sys, "argv", [*asked, "--out", str(tmp_path / "out")])
    manifests.main()
    capsys.readouterr()
    written = {p.name: p.read_text("utf-8") for p in (tmp_path / "out").rglob("*") if p.is_file()}
    for name, text in written.items():
        if name.endswith((".yaml", ".yml")):
            assert yaml.safe_load(text), name
    for name in written:
        if name.startswith("Tintline.Tintline"):
            assert yaml.safe_load(written[name])["PackageVersion"] == "1.2.3"
    installer = written["Tintline.Tintline.installer.yaml"]
    assert "InstallerUrl: https://example.org/1.2.3/tintline-1.2.3-windows-amd64.exe" in installer
    assert f"InstallerSha256: {'0' * 64}" in installer
    sandbox = written["org.tintline.Tintline.yml"]
    assert f"sha256: {'1' * 64}" in sandbox
    assert "- --share=network" not in sandbox
    for name in re.findall(r"    path: (\S+)", sandbox):
        assert name in written
    assert f'sha256 "{"2" * 64}"' in written["tintline.rb"]
    assert "/#{version}/tintline-#{version}-darwin-arm64.dmg" in written["tintline.rb"]


def test_debian_is_asked_once_whose_the_libraries_are(build, folder, monkeypatch):
    inside = folder / "_internal"
    for name in ("libpng16.so.16", "libpython3.11.so.1.0"):
        (inside / name).touch()
    (inside / "libfrom-a-wheel.so.1").symlink_to("libpng16.so.16")
    asked = []

    def run(command, **_):
        asked.append(command)
        told = "libpng16-16:amd64: /usr/lib/x/libpng16.so.16\n"
        return SimpleNamespace(stdout=told if "--search" in command else "libpng16-16=1.6.39\n")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(build.shutil, "which", lambda name: name)
    monkeypatch.setattr(build.subprocess, "run", run)
    assert build.system_libraries(folder) == {"libpng16-16": "1.6.39"}
    assert asked[0] == ["dpkg-query", "--search", "*/libpng16.so.16"]
    monkeypatch.setattr(build.subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=""))
    assert build.system_libraries(folder) == {}
