"""What was found, as the tables that are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from generator.archive.addresses import Gathered, load_addresses, name_events
from generator.archive.arrow import list_column, list_rows, read_column, to_table
from generator.archive.catalogue import Catalogue
from generator.archive.records import BOILERPLATE, EVENTS, REUSE
from generator.archive.state import State
from generator.archive.tables import UNDATED
from generator.archive.wordrows import Ints

Row = dict[str, Any]

_OPENING = 200
_MEMBERS = """
SELECT w.place, a.id, a.outlet, a.published, a.title
FROM wanted w JOIN articles a ON a.number = w.number ORDER BY w.place
"""
_OPENINGS = f"""
SELECT a.id, substring(a.text, 1, {_OPENING}) AS opening FROM wanted w JOIN articles a ON a.id = w.id
"""  # noqa: S608  our own number
_MONTH = f"CASE WHEN b.published IS NULL THEN '{UNDATED}' ELSE strftime(b.published, '%Y-%m') END"
_TOLD = "LEFT JOIN told x ON x.number = p.one LEFT JOIN told y ON y.number = p.other"
_EVENT = "CASE WHEN x.event = y.event THEN y.event END"
_ROWS = f"""
SELECT {_EVENT} AS event, f.id AS first,
  a.id AS earlier, a.outlet AS earlier_outlet, a.published AS earlier_published,
  p.a_start AS earlier_start, p.a_end AS earlier_end,
  b.id AS later, b.outlet AS later_outlet, b.published AS later_published,
  p.b_start AS later_start, p.b_end AS later_end,
  p.kept, p.a_words AS earlier_words, p.b_words AS later_words,
  2.0::DOUBLE * p.kept / (p.a_words + p.b_words) AS identity
FROM passages p
JOIN articles f ON f.number = p.first
JOIN articles a ON a.number = p.one
JOIN articles b ON b.number = p.other
{_TOLD}
WHERE {_MONTH} IN (SELECT month FROM months)
ORDER BY b.published NULLS LAST, b.id, p.b_start, a.id, p.a_start, p.b_end, p.a_end
"""  # noqa: S608  our own text
_SUMS = f"""
SELECT {_MONTH} AS month,
  SUM(hash({_EVENT}, p.first, p.one, p.other, p.a_start, p.a_end, p.b_start, p.b_end, p.kept))::VARCHAR
    AS total
FROM passages p JOIN articles b ON b.number = p.other {_TOLD}
GROUP BY ALL
"""  # noqa: S608  our own text
_TALLY = f"""
SELECT {_EVENT} AS event, f.outlet, COUNT(*) AS passages, SUM(p.kept)::BIGINT AS kept, SUM(p.b_words)::BIGINT AS words
FROM passages p {_TOLD} LEFT JOIN told f ON f.number = p.first
GROUP BY ALL
"""  # noqa: S608  our own text
_WORDINGS = """
SELECT w.articles, a.id, w."start", w."end", substring(a.text, w."start" + 1, w."end" - w."start") AS exact
FROM wordings w JOIN articles a ON a.number = w.number
"""


def list_events(state: State, catalogue: Catalogue, event: Ints, out: Path) -> pa.Table:
    """The articles of events of two or more, in the columns of :data:`~generator.archive.records.EVENTS`."""
    _, where, counts = np.unique(event, return_inverse=True, return_counts=True)
    told = np.flatnonzero(counts[where] > 1)
    wanted = to_table({"number": catalogue.number[told].astype(np.int32), "place": told.astype(np.int32)})
    rows = state.table(_MEMBERS, wanted=wanted)
    groups: dict[int, list[Row]] = defaultdict(list)
    for place, row in zip(read_column(rows, "place").tolist(), rows.drop_columns("place").to_pylist(), strict=True):
        groups[int(where[place])].append(row)
    openings = _load_openings(state, [group[0]["id"] for group in groups.values() if not group[0]["title"]])
    gathered = [
        Gathered(
            ids=tuple(row["id"] for row in group),
            published=group[0]["published"],
            title=group[0]["title"],
            opening=openings.get(group[0]["id"], ""),
        )
        for group in groups.values()
    ]
    addresses = name_events(gathered, load_addresses(out))
    table = [
        row | {"event": address} for address, group in zip(addresses, groups.values(), strict=True) for row in group
    ]
    return list_rows(table, EVENTS)


def _load_openings(state: State, ids: Sequence[str]) -> dict[str, str]:
    """The first words of some articles, by id."""
    wanted = to_table({"id": list_column(ids, pa.string())})
    rows = state.table(_OPENINGS, wanted=wanted) if ids else wanted.slice(0, 0)
    return {row["id"]: row["opening"] for row in rows.to_pylist()}


@dataclass(frozen=True, slots=True)
class Travelled:
    """Every passage that travelled, by month of the later article, and added up by event and by who was first."""

    state: State
    told: pa.Table
    months: Mapping[str, str]
    tally: pa.Table

    def stream(self, months: Collection[str]) -> Iterator[pa.RecordBatch]:
        """The passages of some months, in the order in which the later articles published them."""
        if months:
            wanted = to_table({"month": list_column(sorted(months), pa.string())})
            yield from self.state.stream(_ROWS, REUSE, 50_000, told=self.told, months=wanted)


def gather_travelled(state: State, events: pa.Table) -> Travelled:
    """The passages of a state; ``events`` as :func:`list_events` gives them."""
    addresses = dict(zip(events["id"].to_pylist(), events["event"].to_pylist(), strict=True))
    ids = state.table("SELECT number, id, outlet FROM articles")
    rows = [
        (number, addresses[name], outlet)
        for number, name, outlet in zip(*(ids[name].to_pylist() for name in ids.column_names), strict=True)
        if name in addresses
    ]
    numbers, names, outlets = ([row[at] for row in rows] for at in range(3))
    kinds = {"number": (numbers, pa.int32()), "event": (names, pa.string()), "outlet": (outlets, pa.string())}
    told = to_table({name: list_column(values, kind) for name, (values, kind) in kinds.items()})
    sums = state.table(_SUMS, told=told)
    months = dict(zip(sums["month"].to_pylist(), sums["total"].to_pylist(), strict=True))
    return Travelled(state, told, months, state.table(_TALLY, told=told))


def list_boilerplate(state: State) -> pa.Table:
    """Wordings that too many articles carry, each once, with the most articles of one period that do."""
    seen: dict[str, dict[str, object]] = {}
    for row in state.table(_WORDINGS).to_pylist():
        held = seen.get(row["exact"])
        if held is None or (-row["articles"], row["id"]) < (-int(str(held["articles"])), str(held["id"])):
            seen[row["exact"]] = row
    return list_rows(list(seen.values()), BOILERPLATE)
