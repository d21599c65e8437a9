"""Try a built Debian package as a user would, on a clean Debian without Python.

    sudo python packaging/smoke_test.py PACKAGE.deb [--root DIR] [--shot FILE.png]
        [--appimage FILE.AppImage]

A Debian is made in DIR by debootstrap, unless one is there; the package is installed into it by
apt, with what it asks for. Then, in that root, the program

1. tells its version, and `tintline doctor` what works;
2. colours a sample drawing by the command line;
3. opens its window on a virtual screen, with a drawing; a stroke is painted, the drawing saved
   under a name and the window closed, all by the mouse and the keyboard;
4. as an AppImage, if one is given, colours the same drawing to the same bytes.

Afterwards the files are checked from outside. Prints what was seen and how long it took.
"""

import argparse
import json
import shutil
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

RELEASE = "bookworm"
HELPERS = ("xvfb", "xdotool", "imagemagick")
SAMPLES = "/usr/lib/tintline/_internal/resources/samples"
SCREEN = ":77"
WINDOW = f"""
set -u
export DISPLAY={SCREEN} HOME=/root LANG=C.UTF-8
Xvfb {SCREEN} -screen 0 1366x768x24 >/dev/null 2>&1 &
screen=$!
sleep 3
began=$(date +%s%N)
tintline /root/drawing.png >/root/window.log 2>&1 &
program=$!
window=
for try in $(seq 600); do
  window=$(xdotool search --onlyvisible --name drawing 2>/dev/null | head -n1)
  [ -n "$window" ] && break
  sleep 0.1
done
[ -n "$window" ] || {{ echo "no window"; cat /root/window.log; exit 1; }}
echo "window_ms $(( ($(date +%s%N) - began) / 1000000 ))"
xdotool windowmove $window 0 0 windowsize $window 1366 768
sleep ${{1:-20}}
xdotool mousemove 600 400 key b
xdotool mousemove 560 380 mousedown 1
for step in 565 570 580 590 600 610; do xdotool mousemove $step 385; sleep 0.05; done
xdotool mouseup 1
sleep ${{1:-20}}
import -window root /root/shot.png
xdotool key ctrl+s
sleep 4
xdotool type --delay 60 /root/saved.tintline
xdotool key Return
for try in $(seq 300); do [ -s /root/saved.tintline ] && break; sleep 0.2; done
sleep 2
xdotool windowfocus $window  # without a window manager nobody gives it back after a dialog
xdotool key ctrl+q
for try in $(seq 300); do kill -0 $program 2>/dev/null || break; sleep 0.1; done
if kill -0 $program 2>/dev/null; then
  echo "did not close"; import -window root /root/stuck.png; kill $program
fi
wait $program
echo "status $?"
kill $screen
"""


def main() -> int:
    """Make the root, install, try, check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path)
    parser.add_argument("--root", type=Path, default=Path("/var/tmp/tintline-smoke"))
    parser.add_argument("--shot", type=Path, help="keep a picture of the window")
    parser.add_argument("--appimage", type=Path, help="try this as well")
    parser.add_argument("--wait", type=float, default=20, help="seconds that colouring may take")
    arguments = parser.parse_args()
    root = arguments.root
    if not (root / "bin/sh").exists():
        subprocess.run(["debootstrap", "--variant=minbase", RELEASE, str(root)], check=True)
    if not (root / "proc/self").exists():  # what the processor can do is told there
        subprocess.run(["mount", "-t", "proc", "proc", str(root / "proc")], check=False)
    shutil.copy(arguments.package, root / "root/package.deb")
    inside(root, "apt-get update -qq")
    install = "apt-get install -y -qq --no-install-recommends"
    inside(root, f"{install} /root/package.deb {' '.join(HELPERS)}")
    check(inside(root, "command -v python3 || true") == "", "there is no Python in the root")
    print(inside(root, "tintline --version"))
    doctor = json.loads(inside(root, "tintline doctor --json", may_fail=True))
    failed = [each["name"] for each in doctor if each["state"] == "failed"]
    check(not set(failed) - {"window (Qt)"}, f"doctor finds nothing wrong but the screen: {failed}")
    inside(root, "rm -rf /root/out* /root/saved* ; mkdir -p /root/out")
    began = time.perf_counter()
    asked = f"{SAMPLES}/hana.png --hints {SAMPLES}/hana.hints.json"
    said = inside(root, f"tintline colorize {asked} -o /root/out/hana.png --json")
    print(f"colorize: {time.perf_counter() - began:.1f} s")
    (picture,) = json.loads(said)["pictures"]
    hints = picture["hints"]
    check(0 < hints["visible"] == hints["obeyed"], f"all {hints['visible']} hints are obeyed")
    colored = read_png_size(root / "root/out/hana.png")
    original = read_png_size(root / SAMPLES.lstrip("/") / "hana.png")
    check(colored == original, f"the coloured picture has the drawing's size {original}")
    if arguments.appimage is not None:
        shutil.copy(arguments.appimage, root / "root/tintline.AppImage")
        began = time.perf_counter()
        inside(root, f"/root/tintline.AppImage colorize {asked} -o /root/out/image.png")
        print(f"colorize by the AppImage: {time.perf_counter() - began:.1f} s")
        same = (root / "root/out/image.png").read_bytes() == (
            root / "root/out/hana.png"
        ).read_bytes()
        check(same, "the AppImage gives the same bytes")
    inside(root, f"cp {SAMPLES}/hana.png /root/drawing.png")
    (root / "root/window.sh").write_text(WINDOW, encoding="utf-8")
    print(said := inside(root, f"bash /root/window.sh {arguments.wait}"))
    check("status 0" in said, "the window was closed as asked")
    if arguments.shot is not None:
        shutil.copy(root / "root/shot.png", arguments.shot)
    with zipfile.ZipFile(root / "root/saved.tintline") as saved:
        check(saved.testzip() is None, "the saved drawing is whole")
        document = json.loads(saved.read("document.json"))
        names = saved.namelist()
    check(len(document["hints"]["hints"]) == 1, "it holds the stroke that was painted")
    layers = [name for name in names if name.startswith("layers/")]
    check(len(layers) == 4, "and the four layers that followed from it")
    print("all is well")
    return 0


def inside(root: Path, command: str, *, may_fail: bool = False) -> str:
    """Run a command in the root; what it says. Ends the test where it fails."""
    ran = subprocess.run(
        ["chroot", str(root), "/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
         "HOME=/root", "DEBIAN_FRONTEND=noninteractive", "LANG=C.UTF-8", "sh", "-c", command],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ran.returncode and not may_fail:
        raise SystemExit(
            f"{command}: status {ran.returncode}\n{ran.stdout[-2000:]}{ran.stderr[-2000:]}"
        )
    return ran.stdout.strip()


def check(is_so: bool, what: str) -> None:
    """Say that something is so, or end."""
    if not is_so:
        raise SystemExit(f"NOT SO: {what}")
    print(f"ok: {what}")


def read_png_size(path: Path) -> tuple[int, int]:
    """Width and height of a PNG whose first chunk is whole."""
    head = path.read_bytes()[:33]
    if (
        head[:8] != b"\x89PNG\r\n\x1a\n"
        or zlib.crc32(head[12:29]) != struct.unpack(">I", head[29:])[0]
    ):
        raise SystemExit(f"{path}: no PNG")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


if __name__ == "__main__":
    sys.exit(main())
