"""Build what users install: a folder, a tar, a Debian package, checksums, licences, parts.

    python packaging/installers/build.py [--out DIR] [--folder BUILT]

Needs PyInstaller in the environment from which the application runs, whose other packages it
packs; torch and whatever else trains stays out. Writes, on this system,

- ``tintline/``, the program as a folder, and ``tintline-VERSION-SYSTEM.tar.gz`` of it;
- on Linux ``tintline_VERSION_ARCH.deb``, with desktop entry, icon and the type of ``.tintline``,
  and ``tintline-VERSION-SYSTEM.AppImage``, where what it is made with is installed (appimage.py);
- on Windows an installer by NSIS, on macOS a disk image; signed if a certificate is told
  (signing.py);
- ``LICENCES.txt``, the licences of every part; ``sbom.cdx.json``, the parts as CycloneDX 1.5;
- ``SHA256SUMS``.

--folder  pack a folder that PyInstaller has built already.
"""

import argparse
import gzip
import hashlib
import importlib.metadata
import json
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution
from pathlib import Path

import appimage
import signing

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAME = "tintline"
MAX_BYTES = 300 * 10**6
"""What a download may weigh."""
FOREIGN = re.compile(r"lib(gtk|gdk|gimp|gegl|babl|krita|KF5|webkit)[^/]*\.so", re.IGNORECASE)
"""Libraries of desktops and other programs, which come along where these are installed."""
LICENCE_NAMES = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)
DEBIAN_NEEDS = (
    "libc6, libegl1, libgl1, libdbus-1-3, libfontconfig1, libxkbcommon-x11-0, libxcb-cursor0, "
    "libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, "
    "libxcb-shape0, libxcb-xinerama0, libxcb-xkb1, libglib2.0-0"
)


def main() -> int:
    """Build everything that this system can build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    out = arguments.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    check_installed()
    folder = arguments.folder or build_folder(out)
    check_folder(folder)
    parts = [importlib.metadata.distribution(name) for name in packed_names(folder)]
    libraries = system_libraries(folder)
    write_licences(parts, libraries, folder)
    shutil.copy(folder / "LICENCES.txt", out / "LICENCES.txt")
    write_parts(parts, libraries, out / "sbom.cdx.json")
    system = f"{platform.system().lower()}-{platform.machine().lower()}"
    stem = out / f"{NAME}-{version()}-{system}"
    packages = list(pack(folder, stem))
    for package in packages:
        size = package.stat().st_size
        print(f"{package.name}: {size / 1e6:.1f} MB")
        if size > MAX_BYTES:
            raise SystemExit(f"{package}: above {MAX_BYTES // 10**6} MB; see what came along")
    sums = [*packages, out / "LICENCES.txt", out / "sbom.cdx.json"]
    lines = [f"{digest(path)}  {path.name}" for path in sums]
    (out / "SHA256SUMS").write_text("\n".join([*lines, ""]), encoding="utf-8")
    return 0


def check_installed() -> None:
    """Raise SystemExit if the environment knows the program by another version: it is told it."""
    installed = importlib.metadata.version(NAME)
    if installed != version():
        raise SystemExit(
            f"{NAME} {installed} is installed here, and this is {version()}; run `pip install .` "
            "again, or the packages would tell the wrong version"
        )


def check_folder(folder: Path) -> None:
    """Raise SystemExit if a built folder holds what belongs to the machine it was built on."""
    inside = folder / "_internal"
    found = sorted(path.name for path in inside.rglob("*") if FOREIGN.search(path.name))
    if found:
        raise SystemExit(
            f"{inside}: {', '.join(found)} belong to the desktop of this machine; leave what asks "
            "for them out in tintline.spec"
        )


def pack(folder: Path, stem: Path) -> Iterator[Path]:
    """Every package of a built folder that this system can make; `stem` begins their names."""
    if sys.platform == "win32":
        signing.sign_windows(folder / f"{NAME}.exe")
        yield pack_windows(folder, stem.with_name(f"{stem.name}.exe"))
        return
    if sys.platform == "darwin":
        yield pack_macos(folder.with_name("Tintline.app"), stem.with_name(f"{stem.name}.dmg"))
        return
    yield pack_tar(folder, stem.with_name(f"{stem.name}.tar.gz"))
    if shutil.which("dpkg-deb"):
        yield pack_debian(folder, stem.parent)
    try:
        yield appimage.pack_appimage(folder, stem.with_name(f"{stem.name}.AppImage"))
    except appimage.MissingToolError as error:
        print(f"no AppImage, for want of {error}")


def version() -> str:
    """The one that pyproject.toml names, as all packages spell it."""
    found = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    assert found is not None
    return found.group(1)


def build_folder(out: Path) -> Path:
    """Let PyInstaller build the program's folder."""
    with tempfile.TemporaryDirectory(prefix="tintline-build-") as work:
        if sys.platform == "win32":
            write_icon(Path(work) / "tintline.ico")
            (Path(work) / "version.txt").write_text(version_resource(), encoding="utf-8")
        elif sys.platform == "darwin":
            write_icon(Path(work) / "tintline.icns")
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--distpath", str(out)]
        # The spec finds icon and version beside the folder that is made within this one.
        command += ["--workpath", work, str(HERE / "tintline.spec")]
        subprocess.run(command, cwd=ROOT, check=True)
    return out / NAME


def write_icon(path: Path) -> None:
    """The program's icon in all sizes, as .ico or .icns."""
    from PIL import Image  # noqa: PLC0415 - for these two systems alone
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    side = 1024
    image = QImage(side, side, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "resources/icons/tintline.svg")).render(painter)
    painter.end()
    drawn = Image.frombytes("RGBA", (side, side), bytes(image.constBits()))
    drawn.save(path, sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)])


def four_numbers() -> tuple[int, ...]:
    """The version as Windows counts it."""
    numbers = [int(number) for number in re.findall(r"\d+", version())][:3]
    return tuple([*numbers, 0, 0, 0, 0][:4])


def version_resource() -> str:
    """What Windows shows of the program, as PyInstaller reads it."""
    four = four_numbers()
    told = {
        "CompanyName": signing.PUBLISHER,
        "FileDescription": "Tintline, interactive colouring of line art",
        "FileVersion": version(),
        "InternalName": NAME,
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": "Tintline",
        "ProductVersion": version(),
    }
    lines = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in told.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0x0, "
        "OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), kids=[StringFileInfo([StringTable("
        f"'040904B0', [{lines}])]), VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def packed_names(folder: Path) -> list[str]:
    """The distributions whose modules or libraries lie in a built folder."""
    inside = folder / "_internal"
    tops = {path.name.split(".")[0] for path in inside.iterdir()}
    archive = subprocess.run(
        [sys.executable, "-m", "PyInstaller.utils.cliutils.archive_viewer", "-l", "-r", "-b",
         str(folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME))],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    tops |= {line.strip().split(".")[0] for line in archive.stdout.splitlines()}
    owners = importlib.metadata.packages_distributions()
    left_out = {"pyinstaller", "pyinstaller-hooks-contrib", "setuptools", "pip"}
    found = {name for top in tops for name in owners.get(top, ())}
    return sorted((name for name in found if name.lower() not in left_out), key=str.lower)


def licence_files(part: Distribution) -> Iterator[Path]:
    """The licence texts that a distribution brings along."""
    for file in part.files or ():
        if LICENCE_NAMES.search(str(file)):
            path = Path(str(part.locate_file(file)))
            if path.is_file():
                yield path


def declared_licence(part: Distribution) -> str:
    """What a distribution calls its licence, in a line."""
    named = part.metadata.get("License-Expression") or part.metadata.get("License") or ""
    if not named or "\n" in named or len(named) > 80:
        classes = part.metadata.get_all("Classifier") or []
        found = [each.rsplit(" :: ", 1)[1] for each in classes if each.startswith("License ::")]
        named = ", ".join(found) or named.strip().split("\n")[0][:80]
    return named or "see its texts"


def system_libraries(folder: Path) -> dict[str, str]:
    """Packages of the system it was built on whose libraries lie in a built folder, by version.

    On Debian and what follows it; elsewhere wheels bring all libraries along.
    """
    if sys.platform != "linux" or shutil.which("dpkg-query") is None:
        return {}
    # libpython comes with the Python that runs this, what is a link with a wheel.
    libraries = (folder / "_internal").glob("lib*.so*")
    names = [path.name for path in libraries if not path.is_symlink()]
    asked = [f"*/{name}" for name in sorted(names) if not name.startswith("libpython")]
    told = subprocess.run(
        ["dpkg-query", "--search", *asked], capture_output=True, text=True, check=False
    ).stdout
    owners = {line.split(": ")[0].split(",")[0] for line in told.splitlines()}
    if not owners:  # without a name it would show everything
        return {}
    form = "--showformat=${Package}=${Version}\n"
    shown = subprocess.run(
        ["dpkg-query", "--show", form, *sorted(owners)], capture_output=True, text=True, check=True
    ).stdout
    return dict(line.split("=", 1) for line in shown.splitlines())


def write_licences(parts: list[Distribution], libraries: Mapping[str, str], folder: Path) -> None:
    """Every licence in one file within the folder, Python's own and this program's first."""
    python = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    texts = [(f"Tintline {version()}", [ROOT / "LICENSE"])]
    places = [python / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"]
    texts.append((f"Python {platform.python_version()}", places))
    for part in parts:
        if part.metadata["Name"].lower() != NAME:
            title = f"{part.metadata['Name']} {part.version} ({declared_licence(part)})"
            texts.append((title, list(licence_files(part))))
    for name, number in libraries.items():
        texts.append((f"{name} {number} (Debian)", [Path("/usr/share/doc", name, "copyright")]))
    with (folder / "LICENCES.txt").open("w", encoding="utf-8") as stream:
        for title, files in texts:
            stream.write(f"{'=' * 78}\n{title}\n{'=' * 78}\n\n")
            for path in files:
                if path.is_file():
                    stream.write(path.read_text("utf-8", errors="replace").strip() + "\n\n")


def write_parts(parts: list[Distribution], libraries: Mapping[str, str], path: Path) -> None:
    """The parts as a CycloneDX document."""
    components = [
        {
            "type": "library",
            "name": part.metadata["Name"],
            "version": part.version,
            "purl": f"pkg:pypi/{part.metadata['Name'].lower()}@{part.version}",
            "licenses": [{"license": {"name": declared_licence(part)}}],
        }
        for part in parts
        if part.metadata["Name"].lower() != NAME
    ]
    components += [
        {
            "type": "library",
            "name": name,
            "version": number,
            "purl": f"pkg:deb/debian/{name}@{number}",
        }
        for name, number in libraries.items()
    ]
    components.append(
        {
            "type": "platform",
            "name": "CPython",
            "version": platform.python_version(),
            "licenses": [{"license": {"id": "PSF-2.0"}}],
        }
    )
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": NAME, "version": version()}},
        "components": components,
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def pack_tar(folder: Path, path: Path) -> Path:
    """The folder as a tar, owned by nobody in particular."""

    def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    with tarfile.open(path, "w:gz", compresslevel=6) as archive:
        archive.add(folder, arcname=f"{NAME}-{version()}", filter=anonymous)
    return path


def pack_debian(folder: Path, out: Path) -> Path:
    """A package for Debian, Ubuntu and what follows them."""
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    number = version().replace(".dev", "~dev")  # before the release, as Debian sorts
    path = out / f"{NAME}_{number}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="tintline-deb-") as temporary:
        root = Path(temporary)
        program = root / "usr/lib" / NAME
        shutil.copytree(folder, program, symlinks=True)
        places = {
            HERE / "linux/org.tintline.Tintline.desktop": "usr/share/applications",
            HERE / "linux/org.tintline.Tintline.metainfo.xml": "usr/share/metainfo",
            HERE / "linux/tintline.xml": "usr/share/mime/packages",
        }
        for source, place in places.items():
            (root / place).mkdir(parents=True)
            shutil.copy(source, root / place / source.name)
        icons = root / "usr/share/icons/hicolor/scalable/apps"
        icons.mkdir(parents=True)
        shutil.copy(ROOT / "resources/icons/tintline.svg", icons / f"{NAME}.svg")
        documents = root / "usr/share/doc" / NAME
        documents.mkdir(parents=True)
        shutil.copy(folder / "LICENCES.txt", documents / "copyright")
        changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
        (documents / "changelog.gz").write_bytes(changes)
        binaries = root / "usr/bin"
        binaries.mkdir()
        (binaries / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
        control = root / "DEBIAN/control"
        control.parent.mkdir()
        used = sum(each.lstat().st_size for each in root.rglob("*") if each.is_file()) // 1024
        control.write_text(
            f"Package: {NAME}\nVersion: {number}\nArchitecture: {architecture}\n"
            "Maintainer: The Tintline authors <tintline@example.invalid>\n"
            f"Installed-Size: {used}\nDepends: {DEBIAN_NEEDS}\nSection: graphics\n"
            "Priority: optional\nDescription: interactive colouring of line art\n"
            " Colour hints and tags in, layers out. Works without a network and without a GPU.\n",
            encoding="utf-8",
        )
        for entry in (root, *root.rglob("*")):
            if entry.is_dir() and not entry.is_symlink():
                entry.chmod(0o755)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z6", "--build", str(root), str(path)],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    return path


def pack_windows(folder: Path, path: Path) -> Path:
    """An installer for one user, by NSIS; also built where NSIS is, to try the script."""
    facts = {
        "VERSION": version(),
        "NUMBERS": ".".join(map(str, four_numbers())),
        "PUBLISHER": signing.PUBLISHER,
        "FOLDER": str(folder),
        "OUT": str(path),
        "LICENSE": str(ROOT / "LICENSE"),
    }
    if sys.platform == "win32":
        facts["SIGN"] = f"{sys.executable} {HERE / 'signing.py'}"
    command = ["makensis", "-V2", *(f"-D{name}={value}" for name, value in facts.items())]
    subprocess.run([*command, str(HERE / "windows/tintline.nsi")], check=True)
    return path


def pack_macos(bundle: Path, path: Path) -> Path:
    """A disk image of the bundle, signed and notarized if this was told how."""
    signing.sign_macos(bundle)
    command = ["hdiutil", "create", "-volname", "Tintline", "-srcfolder", str(bundle)]
    subprocess.run([*command, "-ov", "-format", "UDZO", str(path)], check=True)
    signing.notarize_macos(path)
    return path


def digest(path: Path) -> str:
    """Its sha256."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
