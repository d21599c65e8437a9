"""Write what package managers ask for: winget, Homebrew and Flatpak manifests of one release.

    python packaging/installers/manifests.py --url BASE --sums SHA256SUMS... --out DIR

BASE is where the files of the release can be downloaded. Sizes and sums are those of the packages
that were built: only what one of the SHA256SUMS files lists gets a manifest.
"""

import argparse
import re
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
IDENTIFIER = "Tintline.Tintline"
APPLICATION = "org.tintline.Tintline"
SUMMARY = "Interactive colouring of line art"
PUBLISHER = "The Tintline authors"
FORMAT = "1.6.0"
"""Of winget's manifests."""


def read_sums(paths: Iterable[Path]) -> dict[str, str]:
    """Each file's sha256, by name."""
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines if line)}


def find(sums: dict[str, str], pattern: str) -> tuple[str, str, str] | None:
    """Name, version and sha256 of the file that a pattern with a group for the version matches."""
    for name, digest in sums.items():
        if match := re.fullmatch(pattern, name):
            return name, match.group(1), digest
    return None


def winget(url: str, name: str, version: str, digest: str) -> dict[str, str]:
    """The three files of a winget package, by name."""
    head = f"PackageIdentifier: {IDENTIFIER}\nPackageVersion: {version}\n"

    def file(kind: str, body: str) -> str:
        return f"{head}{body}ManifestType: {kind}\nManifestVersion: {FORMAT}\n"

    return {
        f"winget/{IDENTIFIER}.yaml": file("version", "DefaultLocale: en-US\n"),
        f"winget/{IDENTIFIER}.locale.en-US.yaml": file(
            "defaultLocale",
            f"PackageLocale: en-US\nPublisher: {PUBLISHER}\nPackageName: Tintline\n"
            f"License: Apache-2.0\nShortDescription: {SUMMARY}\n",
        ),
        f"winget/{IDENTIFIER}.installer.yaml": file(
            "installer",
            "InstallerType: nullsoft\nScope: user\nUpgradeBehavior: install\n"
            "FileExtensions:\n- tintline\nInstallers:\n- Architecture: x64\n"
            f"  InstallerUrl: {url}/{name}\n  InstallerSha256: {digest.upper()}\n",
        ),
    }


def cask(url: str, name: str, version: str, digest: str) -> dict[str, str]:
    """A Homebrew cask."""
    address = f"{url}/{name}".replace(version, "#{version}")
    return {
        "homebrew/tintline.rb": f'''cask "tintline" do
  version "{version}"
  sha256 "{digest}"

  url "{address}"
  name "Tintline"
  desc "{SUMMARY}"
  homepage "{url}"

  depends_on macos: ">= :ventura"

  app "Tintline.app"
  binary "#{{appdir}}/Tintline.app/Contents/MacOS/tintline"

  zap trash: [
    "~/Library/Application Support/Tintline",
    "~/Library/Preferences/Tintline",
  ]
end
'''
    }


def flatpak(url: str, name: str, version: str, digest: str) -> dict[str, str]:
    """A Flatpak manifest: the built tar in a sandbox without a network."""
    files = {
        "applications": f"{APPLICATION}.desktop",
        "metainfo": f"{APPLICATION}.metainfo.xml",
        "mime/packages": f"{APPLICATION}.xml",
        "icons/hicolor/scalable/apps": f"{APPLICATION}.svg",
    }
    commands = [
        "mkdir -p /app/lib /app/bin",
        "cp -r program /app/lib/tintline",
        "ln -s ../lib/tintline/tintline /app/bin/tintline",
        f"sed -i 's/^Icon=.*/Icon={APPLICATION}/' {APPLICATION}.desktop",
        *(f"install -Dm644 {file} /app/share/{place}/{file}" for place, file in files.items()),
    ]
    lines = [
        f"id: {APPLICATION}",
        "runtime: org.freedesktop.Platform",
        "runtime-version: '24.08'",
        "sdk: org.freedesktop.Sdk",
        "command: tintline",
        "finish-args:  # and no --share=network",
        "- --socket=wayland",
        "- --socket=fallback-x11",
        "- --share=ipc",
        "- --device=dri",
        "- --filesystem=home",
        "modules:",
        "- name: tintline",
        "  buildsystem: simple",
        "  build-commands:",
        *(f"  - {command}" for command in commands),
        "  sources:",
        "  - type: archive",
        f"    url: {url}/{name}",
        f"    sha256: {digest}",
        "    dest: program",
        "  - type: file",
        f"    path: {APPLICATION}.desktop",
        "  - type: file",
        f"    path: {APPLICATION}.metainfo.xml",
        "  - type: file",
        "    path: tintline.xml",
        f"    dest-filename: {APPLICATION}.xml",
        "  - type: file",
        "    path: tintline.svg",
        f"    dest-filename: {APPLICATION}.svg",
    ]
    beside = {
        f"{APPLICATION}.desktop": HERE / f"linux/{APPLICATION}.desktop",
        f"{APPLICATION}.metainfo.xml": HERE / f"linux/{APPLICATION}.metainfo.xml",
        "tintline.xml": HERE / "linux/tintline.xml",
        "tintline.svg": HERE.parents[1] / "resources/icons/tintline.svg",
    }
    copied = {f"flatpak/{name}": path.read_text("utf-8") for name, path in beside.items()}
    return {f"flatpak/{APPLICATION}.yml": "\n".join([*lines, ""]), **copied}


KINDS = (
    (r"tintline-([\d.]+)-windows-amd64\.exe", winget),
    (r"tintline-([\d.]+)-darwin-arm64\.dmg", cask),
    (r"tintline-([\d.]+)-linux-x86_64\.tar\.gz", flatpak),
)
"""Which package asks for which manifest."""


def main() -> int:
    """Write all that the sums allow."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", required=True)
    parser.add_argument("--sums", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    sums = read_sums(arguments.sums)
    for pattern, make in KINDS:
        found = find(sums, pattern)
        if found is None:
            print(f"no package for {make.__name__}")
            continue
        for name, text in make(arguments.url.rstrip("/"), *found).items():
            path = arguments.out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
