"""Sign what is built, where a certificate is told by the environment; else leave it as it is.

Windows   TINTLINE_PFX and TINTLINE_PFX_PASSWORD: a certificate's file; signed by signtool, or by
          osslsigncode where that is there. TINTLINE_TIMESTAMP: the server that says when.
macOS     TINTLINE_IDENTITY: a Developer ID in the keychain. For notarization also
          TINTLINE_NOTARY_PROFILE, as `xcrun notarytool store-credentials` calls it.

    python packaging/installers/signing.py FILE...    for programs and installers of Windows
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PUBLISHER = "The Tintline authors"


def sign_windows(path: Path) -> bool:
    """Sign a program in its place; whether a certificate was told."""
    certificate = os.environ.get("TINTLINE_PFX")
    if not certificate:
        return False
    password = os.environ.get("TINTLINE_PFX_PASSWORD", "")
    server = os.environ.get("TINTLINE_TIMESTAMP")
    if tool := shutil.which("signtool"):
        command = [tool, "sign", "/fd", "sha256", "/f", certificate, "/p", password]
        command += ["/tr", server, "/td", "sha256"] if server else []
        subprocess.run([*command, str(path)], check=True)
        return True
    tool = shutil.which("osslsigncode")
    if tool is None:
        raise SystemExit("a certificate is told, and neither signtool nor osslsigncode is there")
    signed = path.with_name(f"{path.name}.signed")
    command = [tool, "sign", "-h", "sha256", "-pkcs12", certificate, "-pass", password]
    command += ["-n", "Tintline"] + (["-ts", server] if server else [])
    subprocess.run([*command, "-in", str(path), "-out", str(signed)], check=True)
    signed.replace(path)
    return True


def sign_macos(bundle: Path) -> bool:
    """Sign a bundle with the hardened runtime; whether an identity was told."""
    identity = os.environ.get("TINTLINE_IDENTITY")
    if not identity:
        return False
    entitlements = str(HERE / "macos/entitlements.plist")
    libraries = [p for kind in ("*.so", "*.dylib") for p in sorted(bundle.rglob(kind))]
    for path in [*(each for each in libraries if not each.is_symlink()), bundle]:
        command = ["codesign", "--force", "--timestamp", "--options", "runtime"]
        command += ["--entitlements", entitlements, "--sign", identity, str(path)]
        subprocess.run(command, check=True)
    subprocess.run(["codesign", "--verify", "--deep", "--strict", str(bundle)], check=True)
    return True


def notarize_macos(image: Path) -> bool:
    """Have a disk image notarized and staple the ticket to it; whether a profile was told."""
    profile = os.environ.get("TINTLINE_NOTARY_PROFILE")
    if not profile:
        return False
    submit = ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"]
    subprocess.run(submit, check=True)
    subprocess.run(["xcrun", "stapler", "staple", str(image)], check=True)
    return True


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(f"{name}: {'signed' if sign_windows(Path(name)) else 'no certificate, not signed'}")
