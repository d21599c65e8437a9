"""Pack the built folder as an AppImage: one file that runs on every Linux of its glibc or newer.

The head, ``linux/runtime.c``, is compiled here into one static program, so that a system needs no
libfuse. On Debian: ``apt-get install gcc squashfs-tools libsquashfuse-dev libfuse3-dev libzstd-dev
liblzma-dev liblz4-dev liblzo2-dev zlib1g-dev``.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ENTRY = "org.tintline.Tintline"
LIBRARIES = ("squashfuse_ll", "squashfuse", "fuse3", "zstd", "lzma", "lz4", "lzo2", "z")
MAGIC = b"AI\x02"
"""What tells an AppImage of type 2, in the unused bytes of the ELF header."""
MAGIC_PLACE = 8


class MissingToolError(Exception):
    """Something that is needed to build is not installed; the message names it."""


def build_runtime(path: Path) -> None:
    """Compile the head. Raises MissingToolError."""
    compiler = shutil.which(os.environ.get("CC", "cc"))
    if compiler is None:
        raise MissingToolError("a C compiler")
    flags = subprocess.run(
        ["pkg-config", "--cflags", "squashfuse_ll", "fuse3"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if flags.returncode:
        raise MissingToolError("libsquashfuse-dev and libfuse3-dev")
    command = [compiler, "-O2", "-Wall", "-static", "-s", "-o", str(path)]
    command += [str(HERE / "linux/runtime.c"), *flags.stdout.split()]
    command += [f"-l{name}" for name in LIBRARIES] + ["-lpthread", "-ldl"]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise MissingToolError(f"a library to link with:\n{made.stderr[-1500:]}")
    with path.open("r+b") as stream:
        stream.seek(MAGIC_PLACE)
        stream.write(MAGIC)


def lay_out(folder: Path, root: Path) -> None:
    """Lay a built folder out as AppImages are: AppRun, desktop entry and icon at the top."""
    shutil.copytree(folder, root / "usr/lib/tintline", symlinks=True)
    (root / "AppRun").symlink_to("usr/lib/tintline/tintline")
    for name in (f"{ENTRY}.desktop", f"{ENTRY}.metainfo.xml", "tintline.xml"):
        place = {".desktop": "applications", ".xml": "metainfo"}[Path(name).suffix]
        place = "mime/packages" if name == "tintline.xml" else place
        (root / "usr/share" / place).mkdir(parents=True)
        shutil.copy(HERE / "linux" / name, root / "usr/share" / place / name)
    (root / f"{ENTRY}.desktop").symlink_to(f"usr/share/applications/{ENTRY}.desktop")
    shutil.copy(ROOT / "resources/icons/tintline.svg", root / "tintline.svg")
    (root / ".DirIcon").symlink_to("tintline.svg")


def pack_appimage(folder: Path, path: Path) -> Path:
    """Pack a built folder. Raises MissingToolError."""
    if shutil.which("mksquashfs") is None:
        raise MissingToolError("mksquashfs")
    with tempfile.TemporaryDirectory(prefix="tintline-appimage-") as temporary:
        work = Path(temporary)
        build_runtime(work / "runtime")
        lay_out(folder, work / "root")
        command = ["mksquashfs", str(work / "root"), str(work / "image"), "-noappend", "-quiet"]
        command += ["-no-progress", "-all-root", "-comp", "zstd", "-Xcompression-level", "12"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with path.open("wb") as stream:
            for part in ("runtime", "image"):
                with (work / part).open("rb") as source:
                    shutil.copyfileobj(source, stream)
    path.chmod(0o755)
    return path
