"""What a command costs, with every process it starts: CPU seconds, wall seconds, memory at the highest.

The command runs under a small keeper, this file as a script, which adopts whatever the command leaves behind (a JVM,
its workers) and waits for it. A parent that ignores its children's ends hands none of their time on, so the processes
are looked up every second too: CPU seconds are what was handed on, or the sum of what was seen, whichever is more.
Memory is the largest sum of the processes' proportional shares (PSS) seen, or the largest single process, whichever is
more. Linux only.
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
from dataclasses import dataclass, field
from pathlib import Path

_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER in <linux/prctl.h>
_PAUSE = 1.0
_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


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
    seen = _Seen()
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(seen, done))
    watcher.start()
    code = child.wait()
    wall = time.monotonic() - begin
    _wait_for_rest()
    done.set()
    watcher.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = max(used.ru_utime + used.ru_stime, sum(seen.spent.values()))
    megabytes = max(seen.highest, used.ru_maxrss / 1024)
    report.write_text(json.dumps({"cpu": cpu, "wall": wall, "megabytes": megabytes, "code": code}))


def _wait_for_rest() -> None:
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


@dataclass(slots=True)
class _Seen:
    """The most megabytes at once, and the CPU seconds of each process, by its number and the moment of its start."""

    highest: float = 0.0
    spent: dict[tuple[int, str], float] = field(default_factory=dict)


def _watch(seen: _Seen, done: threading.Event) -> None:
    while not done.wait(_PAUSE):
        found = _descendants(os.getpid())
        seen.spent |= {(process, state[19]): _ticks(state) / _TICKS_A_SECOND for process, state in found.items()}
        seen.highest = max(seen.highest, sum(map(_share, found)) / 1024)


def _ticks(state: Sequence[str]) -> int:
    return int(state[11]) + int(state[12])


def _descendants(process: int) -> dict[int, list[str]]:
    """The fields of /proc/PID/stat behind the name, for all that descends from a process."""
    parents: dict[int, list[int]] = {}
    states: dict[int, list[str]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                state = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has ended
                continue
            states[int(entry.name)] = state
            parents.setdefault(int(state[1]), []).append(int(entry.name))
    found: dict[int, list[str]] = {}
    rest = [process]
    while rest:
        children = parents.get(rest.pop(), [])
        found |= {child: states[child] for child in children}
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
