"""Whether any reader of Tintline's falls over, hangs or swells on files made wrong.

Every kind of file (packaging/fuzzing/kinds.py) is read in a process of its own, thousands of times,
each time another valid file made wrong. A finding is a file on which a reader raises anything but
the project's own errors for inputs, takes longer than 5 s, needs more than 1 GiB of memory, or ends
the process; it is made smaller and kept in the folder of findings.

    python packaging/fuzzing/fuzz.py --cases 200000 --findings FOLDER

prints a table at the end; exit status 1 if there are findings.
"""

import argparse
import hashlib
import json
import multiprocessing
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType

from kinds import REFUSALS, Kind, cases, kinds
from mutations import smaller

LIMIT_S = 5.0
LIMIT_BYTES = 1 << 30
ADDRESS_BYTES = 12 << 30
"""Of a reading process, so that no file can take the machine's memory."""
SMALLER_S = 5.0
"""How long a finding is made smaller."""
SHARE = 200
"""Cases between two words of a process with the one that started it."""


@dataclass(slots=True)
class Tally:
    """What became of a kind's cases. slowest_s of one case; peak_bytes above the process's own."""

    cases: int = 0
    refused: int = 0
    read: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    slowest_s: float = 0.0
    peak_bytes: int = 0

    def add(self, other: "Tally") -> None:
        """Count another one's cases too."""
        self.cases += other.cases
        self.refused += other.refused
        self.read += other.read
        for name, count in other.findings.items():
            self.findings[name] = self.findings.get(name, 0) + count
        self.slowest_s = max(self.slowest_s, other.slowest_s)
        self.peak_bytes = max(self.peak_bytes, other.peak_bytes)


class TooLongError(BaseException):
    """A case that took longer than it may; no reader catches this."""


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def try_case(kind: Kind, path: Path) -> str | None:
    """Read a file: "" if it was read, None if it was refused, else what went wrong and where."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            kind.read(path)
    except REFUSALS:
        return None
    except TooLongError:
        return f"longer than {LIMIT_S:.0f} s {_where(sys.exc_info()[1])}"
    except Exception as error:
        return f"{type(error).__name__} {_where(error)}"
    return ""


def _where(error: BaseException | None) -> str:
    """The innermost place in Tintline's own files that an error came through."""
    frames = traceback.extract_tb(error.__traceback__ if error else None)
    here = Path(__file__).parent
    own = [
        f for f in frames if "site-packages" not in f.filename and Path(f.filename).parent != here
    ]
    return f"in {Path(own[-1].filename).name}:{own[-1].lineno}" if own else "outside"


def run_cases(
    kind: Kind, numbered: Iterator[tuple[int, bytes]], folder: Path, findings: Path | None = None
) -> Tally:
    """Read cases in this process. findings: folder of those that fail."""
    path = folder / kind.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(kind.seeds()[0])
    try_case(kind, path)  # what is imported at the first reading is none of a case's doing
    tally, own_bytes = Tally(), _peak_bytes()
    for _, content in numbered:
        path.write_bytes(content)
        begun = time.monotonic()
        signal.setitimer(signal.ITIMER_REAL, LIMIT_S)
        try:
            went = try_case(kind, path)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        took_s, peak = time.monotonic() - begun, _peak_bytes() - own_bytes
        tally.cases += 1
        tally.slowest_s = max(tally.slowest_s, took_s)
        is_swollen = peak > LIMIT_BYTES >= tally.peak_bytes
        tally.peak_bytes = max(tally.peak_bytes, peak)
        if not went and took_s > LIMIT_S:
            went = f"longer than {LIMIT_S:.0f} s"
        if not went and is_swollen:
            went = f"more than {LIMIT_BYTES >> 20} MiB"
        if went:
            tally.findings[went] = tally.findings.get(went, 0) + 1
            if findings is not None and tally.findings[went] == 1:
                _keep(findings, kind, went, _made_smaller(kind, content, went, path))
        elif went is None:
            tally.refused += 1
        else:
            tally.read += 1
    return tally


def _made_smaller(kind: Kind, content: bytes, went: str, path: Path) -> bytes:
    """The smallest file found in some seconds that fails alike."""
    if went.startswith(("longer", "more")):
        return content
    end = time.monotonic() + SMALLER_S

    def still_fails(shorter: bytes) -> bool:
        path.write_bytes(shorter)
        return time.monotonic() < end and try_case(kind, path) == went

    return smaller(content, still_fails)


def _keep(findings: Path, kind: Kind, went: str, content: bytes) -> None:
    findings.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(went.encode()).hexdigest()[:8]
    path = findings / f"{kind.name.replace('/', '_')}.{digest}"
    path.write_bytes(content)
    path.with_suffix(f".{digest}.txt").write_text(f"{went}\n", encoding="utf-8")


def _raise_too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TooLongError


def _work(name: str, numbers: range, folder: str, findings: Path, pipe: Connection) -> None:
    """A process's share: some hundred cases at a time, told one after the other."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_BYTES, ADDRESS_BYTES))
    signal.signal(signal.SIGALRM, _raise_too_long)
    kind = kinds()[name]
    numbered = cases(kind, numbers.start)
    for begin in range(0, len(numbers), SHARE):
        share = islice(numbered, min(SHARE, len(numbers) - begin))
        pipe.send(run_cases(kind, share, Path(folder), findings))
    pipe.close()


def run_kind(name: str, seed: int, count: int, end: float, findings: Path) -> Tally:
    """Read `count` cases of a kind, until `end` (monotonic), in a process that may be lost."""
    total = Tally()
    while total.cases < count and time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            receive, send = multiprocessing.Pipe(duplex=False)
            arguments = (name, range(seed + total.cases, seed + count), folder, findings, send)
            process = multiprocessing.get_context("fork").Process(target=_work, args=arguments)
            process.start()
            send.close()
            try:
                while time.monotonic() < end:
                    if not receive.poll(SHARE * LIMIT_S):
                        raise EOFError
                    total.add(receive.recv())
            except EOFError:
                process.join(1)
                if total.cases < count:
                    _lose(total, kinds()[name], Path(folder), process.exitcode, findings)
            finally:
                process.kill()
                process.join()
    return total


def _lose(total: Tally, kind: Kind, folder: Path, status: int | None, findings: Path) -> None:
    """Count the case that took its process with it, and those of its share."""
    went = f"process ended with {status}"
    total.findings[went] = total.findings.get(went, 0) + 1
    total.cases += SHARE
    path = folder / kind.name
    if path.exists():
        _keep(findings, kind, went, path.read_bytes())


def main() -> int:
    """Read files of every kind, or of those asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=20_000, help="of all kinds together")
    parser.add_argument("--seconds", type=float, default=3600.0, help="stop after so long")
    parser.add_argument("--kinds", default="", help="some of them, with commas between")
    parser.add_argument("--seed", type=int, default=0, help="number of the first case")
    parser.add_argument("--findings", type=Path, required=True, help="folder of what goes wrong")
    arguments = parser.parse_args()
    chosen = {n: k for n, k in kinds().items() if n in (arguments.kinds or n).split(",")}
    weight = sum(kind.weight for kind in chosen.values())
    end = time.monotonic() + arguments.seconds
    tallies = {}
    for name, kind in chosen.items():
        count = max(1, round(arguments.cases * kind.weight / weight))
        tallies[name] = run_kind(name, arguments.seed, count, end, arguments.findings)
        print(json.dumps({name: tallies[name].findings}), file=sys.stderr, flush=True)
    return _tell(tallies)


def _tell(tallies: dict[str, Tally]) -> int:
    total = Tally()
    print("| kind | cases | refused | read | findings | slowest | peak |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for tally in tallies.values():
        total.add(tally)
    for name, tally in (*tallies.items(), ("all", total)):
        print(
            f"| {name} | {tally.cases:,} | {tally.refused:,} | {tally.read:,} | "
            f"{len(tally.findings)} | {tally.slowest_s:.2f} s | {tally.peak_bytes >> 20} MiB |"
        )
    return 1 if total.findings else 0


if __name__ == "__main__":
    sys.exit(main())
