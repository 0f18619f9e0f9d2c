"""Many copies of one sentence: what an archive of nothing else costs, and whether it is told as boilerplate."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from costs import Cost
from running import discover

SENTENCE = (
    "Two crates of lamp oil went missing from the ferry shed at Orsund, and nobody at the pier saw them carried off."
)
OUTLETS = 40


@dataclass(frozen=True, slots=True)
class Copies:
    """A run over so many copies: how many of them its table of boilerplate counts, and how many events it has."""

    count: int
    cost: Cost
    told: int
    events: int


def run_copies(folder: Path, counts: Sequence[int]) -> Iterator[str]:
    """A line for each count as its run ends, with the power of the copies that the cost grew with since the last."""
    before: Copies | None = None
    for count in sorted(counts):
        run = _run(folder, count)
        told = f"{run.told:,} told as boilerplate" if run.told else "NOT told as boilerplate"
        yield (
            f"{count:,} copies: {run.cost.cpu:.1f} CPU s, {run.cost.wall:.1f} s, {run.cost.megabytes:.0f} MB; {told}, "
            f"{run.events} events{_tell_growth(before, run)}"
        )
        before = run


def _run(folder: Path, count: int) -> Copies:
    archive, out = folder / f"copies-{count}.parquet", folder / f"copies-{count}"
    columns = {
        "id": [f"c{number:07}" for number in range(count)],
        "outlet": [f"Outlet {number % OUTLETS}" for number in range(count)],
        "published": ["2031-05-01"] * count,
        "text": [SENTENCE] * count,
    }
    pq.write_table(pa.table(columns), archive)
    cost = discover(archive, out, {})
    counted = [int(row["articles"]) for row in _read(out / "boilerplate.csv") if SENTENCE.startswith(row["exact"])]
    events = {row["event"] for row in _read(out / "events.csv")}
    return Copies(count, cost, max(counted, default=0), len(events))


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _tell_growth(before: Copies | None, run: Copies) -> str:
    if before is None or before.count == run.count:
        return ""
    power = math.log(run.cost.cpu / before.cost.cpu) / math.log(run.count / before.count)
    return f"; grows with the copies to the power of {power:.2f}"
