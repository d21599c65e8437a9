"""What GIMP and Krita make of our layered files, and the Krita plug-in in a real Krita.

    python packaging/checks/other_programs.py [--out DIR] [--tintline PROGRAM]

Needs gimp, krita with kritarunner, PyQt5 for Krita's Python, and xvfb-run. A sample is coloured
with layers; each program opens PSD and OpenRaster without a window and writes what it shows, which
is compared with the merged picture in our file. Then the plug-in's zip is unpacked as Krita does,
and its round trip runs in kritarunner (packaging/krita/trial.py), beside `tintline colorize` with
the same hints. Fails where a pixel differs by more than one level.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources/samples/hana.png"
MOST_LEVELS = 1
LIMIT_S = 300
QT_PYTHON = "/usr/lib/python3/dist-packages"
"""Where Debian keeps the PyQt5 that its Krita takes."""


def main() -> int:
    """Compare all, and say it as a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("other_programs"))
    parser.add_argument("--tintline", default=shutil.which("tintline") or "tintline")
    arguments = parser.parse_args()
    out = arguments.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    colorize = [arguments.tintline, "colorize", str(SAMPLE), "--overwrite"]
    hinted = [*colorize, "--hints", str(SAMPLE.with_suffix(".hints.json"))]
    for kind in ("psd", "ora"):
        run([*hinted, "-o", str(out / "ours.png"), "--layers", kind])
    ours = read_merged(out / "ours.ora")
    shown = {
        "GIMP, PSD": open_in_gimp(out / "ours.psd", out),
        "Krita, PSD": open_in_krita(out / "ours.psd", out),
        "Krita, OpenRaster": open_in_krita(out / "ours.ora", out),
    }
    wrong = [tell(name, path, ours) for name, path in shown.items()]
    hints = out / "hints.png"
    with zipfile.ZipFile(out / "ours.ora") as archive:  # the hidden layer of hints is the topmost
        hints.write_bytes(archive.read("data/layer4.png"))
    run([*colorize, "--hints", str(hints), "-o", str(out / "direct.png"), "--layers", "ora"])
    plugged = run_plugin(hints, out, arguments.tintline)
    wrong.append(tell("Krita, the plug-in", plugged, read_merged(out / "direct.ora")))
    return int(any(wrong))


def run(command: list[str], **environment: str) -> None:
    """Run a program; ends the check where it fails."""
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=LIMIT_S,
        env={**os.environ, **environment},
    )  # fmt: skip
    if ran.returncode:
        raise SystemExit(f"{' '.join(command)}: status {ran.returncode}\n{ran.stderr[-2000:]}")


def read_merged(path: Path) -> np.ndarray:
    """The merged picture of an OpenRaster file, int (H, W, 3)."""
    with zipfile.ZipFile(path) as archive:
        return read(io.BytesIO(archive.read("mergedimage.png")))


def read(source: Path | io.BytesIO) -> np.ndarray:
    """A picture, int (H, W, 3)."""
    return np.asarray(Image.open(source).convert("RGB")).astype(int)


def tell(name: str, path: Path, ours: np.ndarray) -> bool:
    """Print how many pixels differ and by how much at most; whether that is too much."""
    apart = np.abs(read(path) - ours).max(axis=2)
    print(f"{name}: {100 * (apart > 0).mean():.2f} % of pixels differ, at most by {apart.max()}")
    return bool(apart.max() > MOST_LEVELS)


def open_in_gimp(path: Path, out: Path) -> Path:
    """What GIMP shows of a file, flattened."""
    target = out / f"gimp_{path.suffix[1:]}.png"
    script = (
        f'(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{path}" "{path}")))'
        " (drawable (car (gimp-image-flatten image))))"
        f' (file-png-save RUN-NONINTERACTIVE image drawable "{target}" "" 0 9 0 0 0 0 0))'
    )
    run(["gimp", "-i", "-d", "-f", "-b", script, "-b", "(gimp-quit 0)"], HOME=str(home(out)))
    return target


def open_in_krita(path: Path, out: Path) -> Path:
    """What Krita shows of a file."""
    target = out / f"krita_{path.suffix[1:]}.png"
    command = ["xvfb-run", "-a", "krita", "--nosplash", "--export", "--export-filename"]
    run([*command, str(target), str(path)], HOME=str(home(out)))
    return target


def run_plugin(hints: Path, out: Path, program: str) -> Path:
    """The plug-in's round trip in kritarunner; the picture that Krita shows afterwards."""
    places = home(out) / ".local/share/krita/pykrita"
    shutil.rmtree(places, ignore_errors=True)
    places.mkdir(parents=True)
    packed = out / "plugin.zip"
    run([sys.executable, str(ROOT / "packaging/krita/build.py"), str(packed)])
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(places)
    shutil.copy(ROOT / "packaging/krita/trial.py", places / "tintline_trial.py")
    told = {"LINES": str(SAMPLE), "HINTS": str(hints), "OUT": str(out), "PROGRAM": program}
    run(
        ["xvfb-run", "-a", "kritarunner", "-s", "tintline_trial", "-f", "main"],
        HOME=str(home(out)), PYTHONPATH=f"{places}:{QT_PYTHON}",
        **{f"TRIAL_{name}": value for name, value in told.items()},
    )  # fmt: skip
    return out / "krita.png"


def home(out: Path) -> Path:
    """A home of the programs' own."""
    path = out / "home"
    path.mkdir(exist_ok=True)
    return path


if __name__ == "__main__":
    raise SystemExit(main())
