"""The scoreboard on the method page: what the benchmarks measured, as they wrote it down."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCOREBOARD = Path(__file__).with_name("scoreboard.toml")
"""Written by ``make scoreboard`` and by nobody else."""

_WHOLE = 1000  # from here on nothing stands behind the point
_RUN = {"here": "run beside ours", "published": "as published"}


@dataclass(frozen=True, slots=True)
class PeerView:
    """Another program's figure on the same lines."""

    name: str
    figure: str
    run: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One line: the set, what is measured on it, ours, and others' figures."""

    data: str
    metric: str
    ours: str
    peers: tuple[PeerView, ...]


@dataclass(frozen=True, slots=True)
class StageView:
    """A part of the program, what was measured of it, and the commands that measure it again."""

    name: str
    commands: tuple[str, ...]
    measures: tuple[MeasureView, ...]


def load_scoreboard(path: Path = SCOREBOARD) -> tuple[StageView, ...]:
    """The benchmarks' figures by part of the program; none where there is no file."""
    if not path.is_file():
        return ()
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("measure", [])
    return tuple(_view_stage(name, list(stage)) for name, stage in _gather(rows, "stage"))


def _view_stage(name: str, rows: list[Mapping[str, Any]]) -> StageView:
    measures = tuple(
        MeasureView(data, metric, render_figure(lines[0]["ours"]), tuple(map(_view_peer, filter(_has_peer, lines))))
        for (data, metric, _), lines in _gather(rows, "data", "metric", "ours")
    )
    return StageView(name, tuple(dict.fromkeys(str(row["command"]) for row in rows)), measures)


def _view_peer(row: Mapping[str, Any]) -> PeerView:
    return PeerView(str(row["peer"]), render_figure(row["theirs"]), _RUN[row["run"]])


def _has_peer(row: Mapping[str, Any]) -> bool:
    return "theirs" in row


def _gather(rows: Iterable[Mapping[str, Any]], *keys: str) -> list[tuple[Any, list[Mapping[str, Any]]]]:
    """Rows by what they have under these keys, in the order in which each is first met."""
    found: dict[Any, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys), []).append(row)
    return list(found.items())


def render_figure(value: float) -> str:
    """A figure to four digits, more before the point where there are more: "0.965", "91.34", "1,520"."""
    whole = value == int(value) or abs(value) >= _WHOLE
    return f"{value:,.0f}" if whole else f"{value:.4g}"
