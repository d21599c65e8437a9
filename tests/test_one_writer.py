"""Files are written by models.files.whole and nobody else, read from the sources."""

import ast
from collections.abc import Iterator

import pytest

from tests.helpers.places import ROOT
from tests.helpers.sources import modules, tree_of

FOLDERS = ("app", "models", "training", "resources", "packaging")
WRITERS = {"models/files/whole.py", "models/files/partial.py"}
SCRATCH = {
    "packaging/checks/newcomer.py",
    "packaging/checks/other_programs.py",
    "packaging/fuzzing/fuzz.py",
    "packaging/fuzzing/kinds.py",
    "packaging/installers/appimage.py",
    "packaging/installers/build.py",
    "packaging/installers/manifests.py",
    "packaging/installers/signing.py",
    "packaging/krita/build.py",
    "packaging/krita/tintline_krita/exchange.py",
    "packaging/krita/trial.py",
    "packaging/manual/cut.py",
    "packaging/manual/film.py",
    "packaging/manual/pictures.py",
    "packaging/manual/pops.py",
    "packaging/smoke_test.py",
}
"""Programs that write into a folder of their own, made anew each time: damaged files on purpose,
packages that are being built and tried, and what goes between Krita and the program."""

METHODS = {
    "write_text", "touch", "rename", "tofile", "savez", "savez_compressed", "savetxt", "imwrite",
    "save_file", "save_model", "copyfile", "copy2", "copytree", "mkstemp", "extractall",
    "NamedTemporaryFile", "hardlink_to", "symlink_to", "ftruncate", "fdopen",
}  # fmt: skip
"""Whoever calls these writes a file, or lets one take the place of another."""
QT = {"QFile", "QSaveFile", "QImageWriter", "QTextStream", "QPdfWriter"}
STREAMS = {"stream", "packed", "board", "counted", "tar"}
"""What streams are called here: those of write_whole, and those that hold bytes in memory."""


def _names_stream(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in STREAMS


def _mode(call: ast.Call, place: int, *, unknown: str) -> str:
    """The mode that a call of `open` names, reading if it names none."""
    named = [each.value for each in call.keywords if each.arg == "mode"]
    given = named or call.args[place : place + 1]
    if not given:
        return "r"
    return str(given[0].value) if isinstance(given[0], ast.Constant) else unknown


def _opens_to_write(call: ast.Call, owner: str) -> bool:
    is_method = isinstance(call.func, ast.Attribute)
    if owner == "os":
        return "devnull" not in ast.dump(call)
    if owner == "archive" or any(each.arg == "fileobj" for each in call.keywords):
        return False
    has_path = not is_method or owner in ("io", "tarfile", "gzip")
    mode = _mode(call, int(has_path), unknown="w" if has_path else "r")
    return not set(mode) <= set("rbtU|:*")


def _fault(call: ast.Call) -> str | None:
    """How a call writes a file, None if it does not."""
    function = call.func
    is_method = isinstance(function, ast.Attribute)
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    owner = getattr(getattr(function, "value", None), "id", "")
    has_stream = owner in STREAMS or any(_names_stream(each) for each in call.args[:2])
    wrong = {
        "open": name == "open" and _opens_to_write(call, owner),
        "move": name == "move" and owner == "shutil",
        "ZipFile": name == "ZipFile" and _mode(call, 1, unknown="w") != "r",
        "write_bytes": name == "write_bytes" and is_method,
        # A text has two arguments to replace, a dataclass keywords.
        "replace": name == "replace"
        and (owner == "os" or (is_method and len(call.args) == 1 and not call.keywords)),
        "save": name == "save" and is_method and bool(call.args),
    }
    return name if (wrong.get(name, name in METHODS | QT) and not has_stream) else None


def faults(tree: ast.Module) -> Iterator[str]:
    """Every call in a module that writes a file by itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (fault := _fault(node)):
            yield f"{node.lineno}: {fault}"


def test_nobody_else_writes_a_file():
    found = []
    for folder in FOLDERS:
        for path in modules(folder):
            name = path.relative_to(ROOT).as_posix()
            if name not in WRITERS | SCRATCH:
                found += [f"{name}:{each}" for each in faults(tree_of(path))]
    assert not found


@pytest.mark.parametrize(
    "source",
    [
        "path.open('w')", "path.open(mode='ab')", "open(path, 'x')", "open(path, mode)",
        "io.open(path, mode='r+b')", "path.write_text(text)", "path.write_bytes(content)",
        "picture.save(path)", "Image.fromarray(a).save(out / 'a.png')", "torch.save(state, path)",
        "np.savez(path, **arrays)", "np.save(str(path), a)", "cv2.imwrite(str(path), a)",
        "part.replace(path)", "os.replace(a, b)", "os.rename(a, b)", "shutil.copyfile(a, b)",
        "zipfile.ZipFile(path, 'w')", "tarfile.open(path, 'w')", "os.open(path, flags)",
        "shutil.move(a, b)",
        "onnx.save_model(model, path)", "QSaveFile(path)", "tempfile.NamedTemporaryFile()",
    ],
)  # fmt: skip
def test_a_writer_is_seen(source):
    assert list(faults(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        "path.open()", "path.open('rb')", "open(path, encoding='utf-8')", "Image.open(stream)",
        "np.savez(stream, **arrays)", "torch.save(state, stream)", "picture.save(stream, 'PNG')",
        "text.replace('a', 'b')", "dataclasses.replace(plan, out=out)", "painter.save()",
        "zipfile.ZipFile(stream, 'w')", "zipfile.ZipFile(path)", "archive.open(member, 'w')",
        "tarfile.open(fileobj=stream, mode='w|')", "tarfile.open(path, mode='r|')",
        "session.open(project)", "tool.move(sample, host)", "write_bytes(path, content)",
    ],
)  # fmt: skip
def test_what_writes_into_a_stream_or_reads_is_none(source):
    assert not list(faults(ast.parse(source)))
