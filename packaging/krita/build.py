"""Pack the plug-in for Krita: ``python packaging/krita/build.py [OUT.zip]``.

Krita installs it by Tools > Scripts > Import Python Plugin from File.
"""

import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAME = "tintline_krita"
WHEN = (2020, 1, 1, 0, 0, 0)
"""The same files give the same zip."""


def build(path: Path) -> Path:
    """Write the zip."""
    files = [HERE / f"{NAME}.desktop", HERE / f"{NAME}.action", HERE.parents[1] / "LICENSE"]
    files += sorted((HERE / NAME).glob("*.py"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        # Krita looks for the folder by its own entry.
        archive.writestr(zipfile.ZipInfo(f"{NAME}/", WHEN), "")
        for file in files:
            name = file.relative_to(HERE) if file.is_relative_to(HERE) else f"{NAME}/{file.name}"
            archive.writestr(zipfile.ZipInfo(Path(name).as_posix(), WHEN), file.read_bytes())
    return path


def main() -> int:
    """Write the zip where it is wanted, named by the version."""
    text = (HERE.parents[1] / "pyproject.toml").read_text("utf-8")
    version = re.search(r'^version = "([^"]+)"', text, re.M)
    assert version is not None
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(f"tintline-krita-{version[1]}.zip")
    print(build(path))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
