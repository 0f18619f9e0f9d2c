"""Every benchmark's figures in one table.

    python tests/bench/scoreboard.py [--only NAME ...] [--write] [--data FOLDER]

Each ``bench_<name>.py`` that measures quality or cost offers ``measure(data)``, the rows for the scoreboard.
``--write`` puts the rows of those that ran in place of their older ones in the file that the method page shows, and
leaves the rows of others as they were. Nobody else writes that file.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from measures import Measure

from generator.pages.scoreboard import SCOREBOARD, render_figure

DATA = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"
NAMES = (
    "passages", "reuse", "events", "archive", "claims", "variants", "permalinks", "quotes", "figures", "pages",
    "hostile",
)  # fmt: skip
"""In the order of the page."""

_HEAD = "# What the benchmarks measured. Written by `make scoreboard`; a change by hand would be no measurement.\n"
_KEYS = ("stage", "data", "metric", "ours", "peer", "theirs", "run", "command")


def measure(name: str, data: Path) -> list[dict[str, Any]]:
    """The rows of one benchmark; none, and a word why, where it or its data is absent."""
    command = f"python tests/bench/bench_{name}.py"
    if not Path(__file__).with_name(f"bench_{name}.py").is_file():
        say(f"{name}: there is no such benchmark")
        return []
    find = getattr(importlib.import_module(f"bench_{name}"), "measure", None)
    if find is None:
        say(f"{name}: it has nothing for the scoreboard")
        return []
    try:
        measures: Sequence[Measure] = find(data)
    except (FileNotFoundError, NotADirectoryError) as error:
        say(f"{name}: not measured, its data is absent: {error}")
        return []
    if not measures:
        say(f"{name}: nothing measured, its data is not in {data}")
    return [_as_row(row, command) for row in measures]


def _as_row(row: Measure, command: str) -> dict[str, Any]:
    peer = {"peer": row.peer, "theirs": _round(row.theirs), "run": row.run} if row.theirs is not None else {}
    return {"stage": row.stage, "data": row.data, "metric": row.metric, "ours": _round(row.ours), **peer} | {
        "command": command
    }


def _round(value: float) -> float:
    """Four digits, or all before the point."""
    return float(round(value)) if abs(value) >= 1000 else float(f"{value:.4g}")


def render_table(rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows for a terminal."""
    return "\n".join(
        f"{row['stage']:9s} {row['data']:34s} {row['metric']:38s} {render_figure(row['ours']):>8s}"
        + (f"  {row['peer']} {render_figure(row['theirs'])} ({row['run']})" if "theirs" in row else "")
        for row in rows
    )


def render_toml(rows: Iterable[Mapping[str, Any]]) -> str:
    """The rows as the file that the page reads."""
    parts = [
        "[[measure]]\n"
        + "".join(f"{key} = {json.dumps(row[key], ensure_ascii=False)}\n" for key in _KEYS if key in row)
        for row in rows
    ]
    return "\n".join([_HEAD, *parts])


def merge(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """New rows in place of all older ones of the same commands, in the order of the page."""
    commands = {row["command"] for row in new}
    order = {f"python tests/bench/bench_{name}.py": place for place, name in enumerate(NAMES)}
    rows = [*(row for row in old if row["command"] not in commands), *new]
    return sorted(rows, key=lambda row: order.get(row["command"], len(order)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    fresh: list[dict[str, Any]] = []
    for name in given.only:
        rows = measure(name, given.data)
        say(render_table(rows) or f"{name}: no figures")
        fresh += rows
        if given.write and rows:
            old = tomllib.loads(SCOREBOARD.read_text(encoding="utf-8")) if SCOREBOARD.is_file() else {}
            SCOREBOARD.write_text(render_toml(merge(old.get("measure", []), rows)), encoding="utf-8")
    return 0 if fresh else 2


def say(line: str) -> None:
    """Print at once, for the next line may take minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
