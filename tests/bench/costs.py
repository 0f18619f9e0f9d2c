"""What a command costs, with every process it starts: CPU seconds, wall seconds, memory at the highest.

The command runs under a small keeper, this file as a script, which adopts whatever the command leaves behind (a JVM,
its workers) and waits for it; so nothing escapes the count. Memory is the largest sum of the processes' proportional
shares (PSS), looked up every second, or the largest single process, whichever is more. Linux only.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER in <linux/prctl.h>
_PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took. ``code`` is the command's exit code, ``tail`` the end of what it printed."""

    cpu: float
    wall: float
    megabytes: float
    code: int
    tail: str


def run(command: Sequence[str | Path], *, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end and all its processes' ends."""
    with tempfile.TemporaryDirectory() as folder:
        report, log = Path(folder, "cost.json"), Path(folder, "log")
        with log.open("wb") as stream:
            keeper = [sys.executable, __file__, str(report), *map(str, command)]
            settings = {**os.environ, **(environment or {})}
            subprocess.run(keeper, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, check=True, env=settings)
        return Cost(**json.loads(report.read_text()), tail=log.read_text(errors="replace")[-4000:])


def run_python(code: str, *arguments: str | Path, python: str | Path = sys.executable) -> Cost:
    """Run a few lines of Python in a process of their own; ``sys.argv[1:]`` holds the arguments."""
    return run([python, "-c", code, *arguments])


def _keep(report: Path, command: Sequence[str]) -> None:
    """Run the command, wait for all that descends from it, write down the cost."""
    ctypes.CDLL(None, use_errno=True).prctl(_SUBREAPER, 1, 0, 0, 0)
    begin = time.monotonic()
    child = subprocess.Popen(command)
    highest = [0.0]
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(highest, done))
    watcher.start()
    code = child.wait()
    wall = time.monotonic() - begin
    _wait_for_rest()
    done.set()
    watcher.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    megabytes = max(highest[0], used.ru_maxrss / 1024)
    report.write_text(
        json.dumps({"cpu": used.ru_utime + used.ru_stime, "wall": wall, "megabytes": megabytes, "code": code})
    )


def _wait_for_rest() -> None:
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def _watch(highest: list[float], done: threading.Event) -> None:
    while not done.wait(_PAUSE):
        highest[0] = max(highest[0], sum(map(_share, _descendants(os.getpid()))) / 1024)


def _descendants(process: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:  # it has ended
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    found, rest = [], [process]
    while rest:
        children = parents.get(rest.pop(), [])
        found += children
        rest += children
    return found


def _share(process: int) -> float:
    """A process's proportional share of memory, in KB; 0 once it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)


if __name__ == "__main__":
    _keep(Path(sys.argv[1]), sys.argv[2:])
